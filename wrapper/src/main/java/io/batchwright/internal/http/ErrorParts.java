package io.batchwright.internal.http;

import static io.batchwright.internal.json.JsonValues.first;
import static io.batchwright.internal.json.JsonValues.number;
import static io.batchwright.internal.json.JsonValues.text;
import static io.batchwright.internal.json.JsonValues.word;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.batchwright.ApiError;
import io.batchwright.client.openai.model.ErrorBody;
import io.batchwright.internal.json.ModelJson;
import io.batchwright.internal.json.WireJson;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What an error says, in whichever form it was written: an object, with the error in it at any
 * depth, a list of them, or text. Gateways, proxies and web frameworks write errors of their own,
 * so every form is read at every provider, in responses and in result lines.
 *
 * @param type its type; also its status if that is a word
 * @param code its code
 * @param message its message; never a page of HTML
 * @param param the member of the request that it is about
 * @param line the line of the input that it is about
 * @param status its HTTP status, if it names one
 * @param requestId the id of the request
 */
public record ErrorParts(
    @Nullable String type,
    @Nullable String code,
    @Nullable String message,
    @Nullable String param,
    @Nullable Long line,
    @Nullable Integer status,
    @Nullable String requestId) {
  private static final int MOST = 20; // of a list; the message is cut to less
  private static final ErrorParts NONE = new ErrorParts(null, null, null, null, null, null, null);

  /** Reads an error of which parts may be in several places; the first counts. */
  public static ErrorParts of(@Nullable JsonElement... places) {
    ErrorParts parts = NONE;
    for (JsonElement place : places) {
      parts = parts.or(read(place));
    }
    return parts;
  }

  /**
   * Returns the error, of the kind that its words or its HTTP status have.
   *
   * @param given the status that came with it, or null for the one that it names itself
   */
  public ApiError toError(@Nullable Integer given) {
    return Failure.reported(given == null ? status : given, type, code, message, requestId)
        .toBuilder()
        .line(line)
        .build();
  }

  /** Whether there is anything in it. */
  public boolean isEmpty() {
    return type == null && code == null && message == null;
  }

  private ErrorParts or(ErrorParts other) {
    return new ErrorParts(
        first(type, other.type),
        first(code, other.code),
        first(message, other.message),
        first(param, other.param),
        line == null ? other.line : line,
        status == null ? other.status : status,
        first(requestId, other.requestId));
  }

  private static ErrorParts read(@Nullable JsonElement json) {
    if (json instanceof JsonObject object) {
      return read(WireJson.decode(object, ErrorBody.class));
    }
    if (json instanceof JsonArray array) {
      return StreamSupport.stream(array.spliterator(), false)
          .limit(MOST)
          .map(ErrorParts::read)
          .reduce(NONE, ErrorParts::and);
    }
    String text = json instanceof JsonPrimitive ? text(json) : null;
    return text == null ? NONE : read(text);
  }

  /** Reads text, which may be an object written as text, after a few words or alone. */
  private static ErrorParts read(String text) {
    int brace = text.indexOf('{');
    try {
      return brace < 0 ? message(text) : read(ModelJson.parseObject(text.substring(brace).strip()));
    } catch (JsonParseException e) {
      return message(text);
    }
  }

  /** A page of HTML and broken JSON are no messages. */
  private static ErrorParts message(String text) {
    boolean page = text.indexOf('<') >= 0 || "{[".indexOf(text.charAt(0)) >= 0;
    return page ? NONE : ofMessage(text);
  }

  private static ErrorParts ofMessage(String message) {
    return new ErrorParts(null, null, message, null, null, null, null);
  }

  private static ErrorParts read(ErrorBody body) {
    ErrorParts inside = read(body.getError()).or(read(body.getErrors())).or(read(body.getDetail()));
    ErrorParts details =
        body.getDetails() instanceof JsonObject object
            ? read(WireJson.decode(object, ErrorBody.class))
            : NONE;
    Long line = body.getLine();
    String message = first(body.getMessage(), body.getMsg(), body.getErrorMessage());
    return inside.or(
        new ErrorParts(
            first("error".equals(body.getType()) ? null : body.getType(), name(body.getStatus())),
            first(word(body.getCode()), word(body.getErrorCode()), details.code),
            message == null ? null : place(body.getLoc()) + message,
            first(body.getParam()),
            line != null && line > 0 ? line : null,
            status(body),
            first(body.getRequestId())));
  }

  /** A message of its own may come after those of other errors. */
  private ErrorParts and(ErrorParts other) {
    ErrorParts parts = or(other);
    return message == null || other.message == null
        ? parts
        : ofMessage(message + "; " + other.message).or(parts);
  }

  /** A word is the name of a status, a number is none. */
  private static @Nullable String name(@Nullable JsonElement status) {
    String text = text(status);
    return text == null || number(status) != null ? null : text;
  }

  private static @Nullable Integer status(ErrorBody body) {
    Long code = number(body.getStatusCode());
    Long status = code == null ? number(body.getStatus()) : code;
    return status != null && status >= 300 && status < 600 ? status.intValue() : null;
  }

  /** Returns where in the request a framework found the error, such as {@code body.metadata: }. */
  private static String place(@Nullable JsonElement loc) {
    return loc instanceof JsonArray steps
        ? StreamSupport.stream(steps.spliterator(), false)
                .flatMap(step -> Stream.ofNullable(word(step)))
                .collect(Collectors.joining("."))
            + ": "
        : "";
  }
}
