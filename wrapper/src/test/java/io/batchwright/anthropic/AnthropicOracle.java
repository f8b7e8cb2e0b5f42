package io.batchwright.anthropic;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.Usage;
import io.batchwright.internal.http.Redactor;
import io.batchwright.testing.LineOracle;
import io.batchwright.testing.LineReading;
import io.batchwright.testing.TreeLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Anthropic's lines through trees. */
final class AnthropicOracle extends LineOracle {
  private static final Map<String, ErrorKind> KINDS =
      Map.of(
          "authentication_error", ErrorKind.AUTHENTICATION,
          "billing_error", ErrorKind.QUOTA,
          "permission_error", ErrorKind.PERMISSION,
          "not_found_error", ErrorKind.NOT_FOUND,
          "rate_limit_error", ErrorKind.RATE_LIMITED,
          "api_error", ErrorKind.UNAVAILABLE,
          "overloaded_error", ErrorKind.UNAVAILABLE,
          "timeout_error", ErrorKind.UNAVAILABLE);

  AnthropicOracle() {
    super(false, "custom_id");
  }

  @Override
  protected LineReading read(TreeLine line, String id) {
    String outcome = line.text("result.type");
    if (outcome == null) {
      return LineReading.unreadable(id, "no result.type");
    }
    TreeLine error = line.object("result.error");
    return switch (outcome) {
      case "succeeded" -> answered(line, id);
      case "errored" -> reading("errored", id, error(line), error);
      case "canceled" -> reading("cancelled", id, null, error);
      case "expired" -> reading("expired", id, null, error);
      default -> LineReading.unreadable(id, "an unknown result.type");
    };
  }

  private LineReading answered(TreeLine line, String id) {
    if (!line.isObject("result.message")) {
      return LineReading.unreadable(id, "no result.message");
    }
    return line.isObject("result.message.error")
        ? LineReading.unreadable(id, "an error in result.message")
        : reading("succeeded", id, null, line.object("result.message"));
  }

  private static ApiError error(TreeLine line) {
    String type = line.text("result.error.error.type");
    String message = line.text("result.error.error.message");
    ErrorKind kind = KINDS.getOrDefault(String.valueOf(type), ErrorKind.INVALID);
    String requestId = line.text("result.error.request_id");
    return Redactor.WITHOUT_SECRETS.clean(
        ApiError.builder(kind).type(type).message(message).requestId(requestId).build());
  }

  @Override
  protected String text(TreeLine body) {
    StringBuilder text = new StringBuilder();
    for (TreeLine block : body.objects("content")) {
      String part = "text".equals(block.text("type")) ? block.text("text") : null;
      text.append(part == null ? "" : part);
    }
    return text.toString();
  }

  @Override
  protected @Nullable Usage usage(TreeLine body) {
    if (!body.isObject("usage")) {
      return null;
    }
    TreeLine usage = body.object("usage");
    return new Usage(
        usage.count("input_tokens"),
        usage.count("output_tokens"),
        usage.count("cache_read_input_tokens"),
        usage.count("cache_creation_input_tokens"));
  }
}
