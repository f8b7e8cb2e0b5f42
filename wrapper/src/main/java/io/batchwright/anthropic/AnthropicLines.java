package io.batchwright.anthropic;

import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.http.Redactor;
import io.batchwright.internal.lines.BodyReader;
import io.batchwright.internal.lines.Envelope;
import io.batchwright.internal.lines.EnvelopeReader;
import io.batchwright.internal.lines.LineBody;
import io.batchwright.internal.lines.LineDecoder;
import java.util.Objects;

/** Reads Anthropic's result lines. */
final class AnthropicLines implements LineDecoder {
  private static final String ID = "custom_id";
  private static final String OUTCOME = "result.type";
  private static final String ANSWER = "result.message";
  private static final String ANSWER_ERROR = "result.message.error";
  private static final String ERROR = "result.error";
  // An errored result holds a whole error answer, which holds the error.
  private static final String ERROR_TYPE = "result.error.error.type";
  private static final String ERROR_MESSAGE = "result.error.error.message";
  private static final String REQUEST_ID = "result.error.request_id";

  private static final BodyReader DIALECT = new AnthropicBodies();

  private final EnvelopeReader envelopes =
      EnvelopeReader.of(ID, OUTCOME, ANSWER, ANSWER_ERROR, ERROR_TYPE, ERROR_MESSAGE, REQUEST_ID);

  @Override
  public BatchResult decode(byte[] line, long number) {
    Envelope envelope = envelopes.read(line);
    String id = envelope.text(ID);
    String problem = envelope.problem();
    if (problem != null) {
      return new BatchResult.Unreadable(id, number, problem, line);
    }
    if (id == null) {
      return new BatchResult.Unreadable(null, number, "no custom_id", line);
    }
    if (envelope.isText(OUTCOME, "succeeded")) {
      return answered(id, envelope, line, number);
    }
    // All others but an errored one have no error, and so an empty body.
    LineBody body = envelope.body(ERROR, DIALECT);
    return switch (Objects.requireNonNullElse(envelope.text(OUTCOME), "")) {
      case "" -> new BatchResult.Unreadable(id, number, "no result.type", line);
      case "errored" -> new BatchResult.Errored(id, error(envelope), body);
      case "canceled" -> new BatchResult.Cancelled(id, body);
      case "expired" -> new BatchResult.Expired(id, body);
      default -> new BatchResult.Unreadable(id, number, "an unknown result.type", line);
    };
  }

  /** An error in the place of the message is no answer, whatever the line calls itself. */
  private static BatchResult answered(String id, Envelope envelope, byte[] line, long number) {
    if (!envelope.isObject(ANSWER)) {
      return new BatchResult.Unreadable(id, number, "no result.message", line);
    }
    return envelope.isObject(ANSWER_ERROR)
        ? new BatchResult.Unreadable(id, number, "an error in result.message", line)
        : new BatchResult.Succeeded(id, envelope.body(ANSWER, DIALECT));
  }

  private static ApiError error(Envelope envelope) {
    ApiError error =
        Failure.reported(
            null,
            envelope.text(ERROR_TYPE),
            null,
            envelope.text(ERROR_MESSAGE),
            envelope.text(REQUEST_ID));
    return Redactor.WITHOUT_SECRETS.clean(error);
  }
}
