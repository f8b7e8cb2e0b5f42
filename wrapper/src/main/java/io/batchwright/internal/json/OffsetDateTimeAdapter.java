package io.batchwright.internal.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Times as RFC 3339 text; one that cannot be read is absent, since a time never decides whether an
 * answer is good.
 */
final class OffsetDateTimeAdapter extends TypeAdapter<OffsetDateTime> {
  @Override
  public void write(JsonWriter out, @Nullable OffsetDateTime value) throws IOException {
    out.value(value == null ? null : value.toString());
  }

  @Override
  public @Nullable OffsetDateTime read(JsonReader in) throws IOException {
    if (in.peek() != JsonToken.STRING) {
      in.skipValue();
      return null;
    }
    try {
      return OffsetDateTime.parse(in.nextString());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
