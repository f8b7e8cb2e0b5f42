package io.batchwright.internal.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.batchwright.internal.json.ModelJson;
import java.io.IOException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes error responses from others, and reads them.
 *
 * @param reader reads the provider's form of error
 * @param redactor makes its text fit to be shown
 */
record ErrorResponses(ErrorReader reader, Redactor redactor) {
  private static final long LONGEST_BODY = 64 * 1024;

  /** Returns the beginning of a response, which is all that is read of an error. */
  static TextResponse beginning(Response response) throws IOException {
    return new TextResponse(response.headers(), response.peekBody(LONGEST_BODY).string());
  }

  /** Returns what a response means if it is an error, else null. */
  @Nullable Failure failure(ApiCall call, int status, TextResponse response) {
    JsonElement body = json(response);
    boolean success = status >= 200 && status < 300;
    boolean error = body instanceof JsonObject object && reader.isError(object);
    return success && !error
        ? null
        : reader.read(call, status, response.headers(), body).cleaned(redactor);
  }

  /**
   * Parses an object, or an array of one, in which some servers put it; anything else is returned
   * as text, since a proxy in between responds with anything.
   */
  private static JsonElement json(TextResponse response) {
    String body = response.body().strip();
    boolean wrapped = body.startsWith("[") && body.endsWith("]");
    try {
      return wrapped
          ? ModelJson.parseObject(body.substring(1, body.length() - 1))
          : response.json();
    } catch (JsonParseException e) {
      return new JsonPrimitive(body);
    }
  }
}
