package io.batchwright.gemini;

import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.internal.http.Redactor;
import io.batchwright.internal.lines.BodyReader;
import io.batchwright.internal.lines.Envelope;
import io.batchwright.internal.lines.EnvelopeReader;
import io.batchwright.internal.lines.LineBody;
import io.batchwright.internal.lines.LineDecoder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads result lines of files, and lines of inline results. One for each reading.
 *
 * <p>A request is named by {@code key} in a file and by {@code metadata.key} inline, or by {@code
 * metadata.custom_id}, which another library writes. Inline results of a batch that has none of
 * these have their positions instead. That an error may be called {@code status} is from documents
 * alone, and unverified.
 */
final class GeminiLines implements LineDecoder {
  /** Where the key of a request is, in the order of precedence. */
  static final List<String> IDS = List.of("key", "metadata.key", "metadata.custom_id");

  private static final String RESPONSE = "response";
  private static final String ERROR = "error";
  private static final String STATUS = "status";

  private static final BodyReader DIALECT = new GeminiBodies();

  private final EnvelopeReader envelopes =
      EnvelopeReader.of(
          Stream.of(
                  IDS.stream(),
                  Stream.of(InlineResults.POSITION, RESPONSE, RESPONSE + ".error"),
                  Stream.of(ERROR, STATUS)
                      .flatMap(
                          error ->
                              Stream.of("", ".code", ".message", ".status")
                                  .map(part -> error + part)))
              .flatMap(paths -> paths)
              .toArray(String[]::new));

  private boolean positions;

  @Override
  public boolean idsArePositions() {
    return positions;
  }

  @Override
  public BatchResult decode(byte[] line, long number) {
    Envelope envelope = envelopes.read(line);
    String id = id(envelope);
    String problem = problem(id, envelope);
    if (id == null || problem != null) {
      return new BatchResult.Unreadable(id, number, Objects.requireNonNull(problem), line);
    }
    String error = error(envelope);
    return error != null
        ? failed(id, envelope, error)
        : new BatchResult.Succeeded(id, envelope.body(RESPONSE, DIALECT));
  }

  /** Returns the member that holds the error, or null; a status next to a response is none. */
  private static @Nullable String error(Envelope envelope) {
    if (envelope.isThere(ERROR)) {
      return ERROR;
    }
    return envelope.isThere(STATUS) && !envelope.isObject(RESPONSE) ? STATUS : null;
  }

  private @Nullable String id(Envelope envelope) {
    for (String path : IDS) {
      String id = envelope.word(path);
      if (id != null) {
        return id;
      }
    }
    String position = envelope.word(InlineResults.POSITION);
    if (position != null) {
      positions = true;
    }
    return position;
  }

  private static @Nullable String problem(@Nullable String id, Envelope envelope) {
    if (envelope.problem() != null) {
      return envelope.problem();
    }
    if (id == null) {
      return "no key";
    }
    if (error(envelope) != null) {
      return null;
    }
    if (!envelope.isObject(RESPONSE)) {
      return "neither a response nor an error";
    }
    return envelope.isThere(RESPONSE + ".error") ? "an error in response" : null;
  }

  /** A request that a cancel cut off has an error too, with a code of its own. */
  private static BatchResult failed(String id, Envelope envelope, String member) {
    String code = envelope.word(member + ".code");
    LineBody body = envelope.body(member, DIALECT);
    if (RpcCode.CANCELLED.name().equals(RpcCode.name(code))) {
      return new BatchResult.Cancelled(id, body);
    }
    ApiError error =
        GeminiErrors.ofRpc(
            envelope.text(member + ".status"), code, envelope.text(member + ".message"));
    ApiError decided = Redactor.WITHOUT_SECRETS.clean(error);
    return new BatchResult.Errored(id, decided, body);
  }
}
