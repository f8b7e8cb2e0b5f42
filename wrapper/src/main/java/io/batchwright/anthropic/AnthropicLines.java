package io.batchwright.anthropic;

import com.google.gson.JsonElement;
import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.internal.http.ErrorParts;
import io.batchwright.internal.http.Redactor;
import io.batchwright.internal.lines.BodyReader;
import io.batchwright.internal.lines.Envelope;
import io.batchwright.internal.lines.EnvelopeReader;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.ResultLine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes Anthropic's result lines. */
final class AnthropicLines implements LineDecoder {
  private static final List<String> IDS = List.of("custom_id");

  private static final String KIND = "result.type";
  private static final String MESSAGE = "result.message";
  private static final String MESSAGE_ERROR = "result.message.error";
  private static final String ERROR = "result.error";

  private static final BodyReader BODIES = new AnthropicBodies();

  private final EnvelopeReader envelopes;

  /**
   * Creates a decoder for one reading.
   *
   * @param idMember where the custom id is, or null for the usual place
   */
  AnthropicLines(@Nullable String idMember) {
    envelopes = EnvelopeReader.of(idMember, IDS, KIND, MESSAGE_ERROR, ERROR);
  }

  @Override
  public BatchResult decode(byte[] bytes, long number) {
    Envelope envelope = envelopes.read(bytes);
    ResultLine line = new ResultLine(bytes, number, envelope.id(), null);
    String problem = envelope.problem();
    if (problem == null && line.id() == null) {
      problem = "no custom_id";
    }
    if (problem != null) {
      return line.unreadable(problem);
    }
    String kind = Objects.requireNonNullElse(envelope.text(KIND), "");
    return switch (kind) {
      case "succeeded" -> succeeded(line, envelope);
      case "errored" -> errored(line, envelope, ERROR);
      case "canceled" -> line.cancelled(null);
      case "expired" -> line.expired(null);
      case "" -> line.unreadable("no result.type");
      default -> line.unreadable("an unknown result.type" + Envelope.shown(kind));
    };
  }

  /** An error in the place of the message is no response, whatever the line calls itself. */
  private static BatchResult succeeded(ResultLine line, Envelope envelope) {
    if (!envelope.isObject(MESSAGE)) {
      return line.unreadable("no result.message");
    }
    if (envelope.isThere(MESSAGE_ERROR)) {
      return errored(line, envelope, MESSAGE_ERROR);
    }
    return envelope.isThere(MESSAGE) ? envelope.succeeded(line, MESSAGE, BODIES) : line.empty();
  }

  private static BatchResult errored(ResultLine line, Envelope envelope, String at) {
    JsonElement json = envelope.json(at);
    ApiError error = ErrorParts.of(json).toError(null);
    return line.errored(Redactor.WITHOUT_SECRETS.clean(error), json);
  }
}
