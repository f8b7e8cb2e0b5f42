package io.batchwright.benchmarks.read;

import com.alibaba.fastjson2.JSON;
import java.nio.charset.StandardCharsets;

/** fastjson2. */
final class FastjsonDecoder implements PojoReader.Decoder {
  @Override
  public <T> T decode(byte[] bytes, int offset, int length, Class<T> type) {
    return JSON.parseObject(bytes, offset, length, StandardCharsets.UTF_8, type);
  }
}
