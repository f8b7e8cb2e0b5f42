package io.batchwright.benchmarks.read;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Jackson. */
final class JacksonDecoder implements PojoReader.Decoder {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  @Override
  public <T> T decode(byte[] bytes, int offset, int length, Class<T> type) throws IOException {
    return MAPPER.readValue(bytes, offset, length, type);
  }
}
