package io.batchwright.gemini;

import com.google.gson.JsonElement;
import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.ErrorKind;
import io.batchwright.internal.http.Redactor;
import io.batchwright.internal.lines.BodyReader;
import io.batchwright.internal.lines.Envelope;
import io.batchwright.internal.lines.EnvelopeReader;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.ResultLine;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes result lines of files, and lines of inline results.
 *
 * <p>A request is named by {@code key} in a file and by {@code metadata.key} inline, or by {@code
 * metadata.custom_id}, which another library writes. A result without any of these has its position
 * instead. That an error may be called {@code status} is from documents alone, and unverified.
 */
final class GeminiLines implements LineDecoder {
  /** Where the key of a request is. */
  static final List<String> IDS = List.of("key", "metadata.key", "metadata.custom_id");

  private static final String RESPONSE = "response";
  private static final String RESPONSE_ERROR = "response.error";
  private static final String CANDIDATES = "response.candidates";
  private static final String BLOCKED = "response.promptFeedback.blockReason";
  private static final String ERROR = "error";
  private static final String STATUS = "status";

  private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

  private static final BodyReader BODIES = new GeminiBodies();

  private final EnvelopeReader envelopes;

  /**
   * Creates a decoder for one reading.
   *
   * @param idMember where the custom id is, or null for the usual places
   */
  GeminiLines(@Nullable String idMember) {
    envelopes =
        EnvelopeReader.of(
            idMember,
            IDS,
            InlineResults.POSITION,
            RESPONSE,
            RESPONSE_ERROR,
            CANDIDATES,
            BLOCKED,
            ERROR,
            STATUS);
  }

  @Override
  public BatchResult decode(byte[] bytes, long number) {
    Envelope envelope = envelopes.read(bytes);
    String id = envelope.id();
    String problem = envelope.problem();
    Long position = id == null && problem == null ? position(envelope, number) : null;
    ResultLine line = new ResultLine(bytes, number, id, position);
    if (problem != null) {
      return line.unreadable(problem);
    }
    if (envelope.isThere(ERROR)) {
      return failed(line, envelope, ERROR);
    }
    // A status next to a response is none.
    if (envelope.isThere(STATUS) && !(envelope.isObject(RESPONSE) && envelope.isThere(RESPONSE))) {
      return failed(line, envelope, STATUS);
    }
    return envelope.isObject(RESPONSE)
        ? responded(line, envelope)
        : line.unreadable("neither a response nor an error");
  }

  /** Inline results have positions that were added to them, and lines of files their numbers. */
  private static Long position(Envelope envelope, long number) {
    String added = envelope.word(InlineResults.POSITION);
    return added != null && PLACE.matcher(added).matches() ? Long.parseLong(added) : number - 1;
  }

  private static BatchResult responded(ResultLine line, Envelope envelope) {
    if (!envelope.isThere(RESPONSE)) {
      return line.empty();
    }
    if (envelope.isThere(RESPONSE_ERROR)) {
      return failed(line, envelope, RESPONSE_ERROR);
    }
    String reason = envelope.text(BLOCKED);
    if (reason == null || envelope.isThere(CANDIDATES)) {
      return envelope.succeeded(line, RESPONSE, BODIES);
    }
    ApiError blocked =
        ApiError.builder(ErrorKind.FILTERED)
            .code(reason)
            .message("the prompt was blocked: " + reason)
            .build();
    return line.errored(blocked, envelope.json(RESPONSE));
  }

  /** A request that a cancel cut off has an error too, with a code of its own. */
  private static BatchResult failed(ResultLine line, Envelope envelope, String at) {
    JsonElement json = envelope.json(at);
    ApiError error = Redactor.WITHOUT_SECRETS.clean(GeminiErrors.ofLine(json));
    return GeminiErrors.isCancelled(error)
        ? line.cancelled(error.message())
        : line.errored(error, json);
  }
}
