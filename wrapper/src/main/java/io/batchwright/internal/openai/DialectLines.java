package io.batchwright.internal.openai;

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
import org.jspecify.annotations.Nullable;

/**
 * Reads result lines, whichever file they are in. A request succeeded if there is no error, a 2xx
 * status where there is one, and no error in the body; the line's own {@code id} says nothing.
 *
 * <p>What lines for requests that were cut off by a cancel look like is unverified for every
 * provider: {@code batch_cancelled} is what gateways write. Error lines of Moonshot and Zhipu are
 * unverified too; every form that the dialect is known to have is taken.
 */
public final class DialectLines implements LineDecoder {
  private static final String ID = "custom_id";
  private static final String ERROR = "error";
  private static final String STATUS = "response.status_code";
  private static final String RESPONSE = "response";
  private static final String BODY = "response.body";
  private static final String BODY_ERROR = "response.body.error";
  private static final String REQUEST_ID = "response.request_id";
  private static final String BODY_REQUEST_ID = "response.body.request_id";

  private static final String BARE_CODE = "response.body.code";
  private static final String BARE_MESSAGE = "response.body.msg";

  private final EnvelopeReader envelopes =
      EnvelopeReader.of(
          ID,
          STATUS,
          REQUEST_ID,
          BODY_REQUEST_ID,
          BARE_CODE,
          BARE_MESSAGE,
          "response.body.success",
          ERROR + ".type",
          ERROR + ".code",
          ERROR + ".message",
          BODY_ERROR + ".type",
          BODY_ERROR + ".code",
          BODY_ERROR + ".message");

  private final BodyReader bodies;
  private final ErrorTable table;

  /** Creates a reader of a provider's lines. */
  public DialectLines(String provider, ErrorTable table) {
    this.bodies = new DialectBodies(provider);
    this.table = table;
  }

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
    if (envelope.isThere(ERROR)) {
      return failed(id, envelope, ERROR, envelope.body(ERROR, bodies));
    }
    if (!envelope.isObject(RESPONSE)) {
      return new BatchResult.Unreadable(id, number, "neither a response nor an error", line);
    }
    if (!isGood(envelope.word(STATUS)) || envelope.isThere(BODY_ERROR) || isBare(envelope)) {
      return failed(id, envelope, BODY_ERROR, envelope.body(BODY, bodies));
    }
    return envelope.isObject(BODY)
        ? new BatchResult.Succeeded(id, envelope.body(BODY, bodies))
        : new BatchResult.Unreadable(id, number, "no response.body", line);
  }

  /**
   * A request that was not run is told by the code of its error, or by an error that is just it.
   */
  private BatchResult failed(String id, Envelope envelope, String at, LineBody body) {
    String code = first(envelope.word(at + ".code"), envelope.word(at), envelope.word(BARE_CODE));
    return switch (Objects.requireNonNullElse(code, "")) {
      case "batch_expired" -> new BatchResult.Expired(id, body);
      case "batch_cancelled" -> new BatchResult.Cancelled(id, body);
      default -> new BatchResult.Errored(id, error(envelope, at), body);
    };
  }

  /** An answer may be a code and words, and nothing else. */
  private static boolean isBare(Envelope envelope) {
    return envelope.isThere(BARE_CODE)
        && DialectErrors.isBare(
            envelope.word(BARE_CODE),
            envelope.text(BARE_MESSAGE),
            envelope.isThere("response.body.success"));
  }

  private static boolean isGood(@Nullable String status) {
    return status == null || number(status) / 100 == 2;
  }

  private ApiError error(Envelope envelope, String at) {
    ApiError error =
        Failure.reported(
            status(envelope),
            envelope.text(at + ".type"),
            first(envelope.word(at + ".code"), envelope.word(BARE_CODE)),
            first(envelope.text(at + ".message"), envelope.word(at), envelope.text(BARE_MESSAGE)),
            first(envelope.text(REQUEST_ID), envelope.text(BODY_REQUEST_ID)));
    return table.classify(Redactor.WITHOUT_SECRETS.clean(error));
  }

  private static @Nullable String first(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Returns the HTTP status of the error; null if it is absent or below 300. */
  private static @Nullable Integer status(Envelope envelope) {
    String status = envelope.word(STATUS);
    int number = status == null ? 0 : number(status);
    return number < 300 ? null : number;
  }

  /** Reads three digits; anything else is no status. */
  private static int number(String status) {
    if (status.length() != 3) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < status.length(); i++) {
      int digit = status.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
