package io.batchwright.internal.openai;

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
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes result lines, whichever file they are in. A request succeeded if there is no error, a 2xx
 * status where there is one, no error in the body, and no body of the responses endpoint that is no
 * response yet; the line's own {@code id} means nothing.
 *
 * <p>Error lines of Moonshot and Zhipu are unverified; every form that the dialect is known to have
 * is accepted, and the forms of vLLM, DashScope, SiliconFlow, FastAPI and gateways.
 */
public final class DialectLines implements LineDecoder {
  private static final List<String> IDS = List.of("custom_id");

  private static final String ERROR = "error";
  private static final String STATUS = "response.status_code";
  private static final String RESPONSE = "response";
  private static final String BODY = "response.body";
  private static final String BODY_ERROR = "response.body.error";
  private static final String BODY_STATE = "response.body.status";
  private static final String CHOICES = "response.body.choices";
  private static final String BARE_CODE = "response.body.code";
  private static final String BARE_MESSAGE = "response.body.msg";
  private static final String BARE_SUCCESS = "response.body.success";

  /** States of the responses endpoint in which there is no response. */
  private static final Set<String> NO_RESPONSE =
      Set.of("failed", "cancelled", "canceled", "queued", "in_progress");

  private static final Pattern GOOD = Pattern.compile("2[0-9]{2}");

  private final EnvelopeReader envelopes;
  private final BodyReader bodies;
  private final DialectErrors errors;

  /**
   * Creates a decoder for one reading of a provider's lines.
   *
   * @param idMember where the custom id is, or null for the usual place
   */
  public DialectLines(String provider, UnaryOperator<ApiError> table, @Nullable String idMember) {
    this.envelopes =
        EnvelopeReader.of(
            idMember,
            IDS,
            ERROR,
            RESPONSE,
            STATUS,
            BODY_ERROR,
            BODY_STATE,
            CHOICES,
            BARE_CODE,
            BARE_MESSAGE,
            BARE_SUCCESS);
    this.bodies = new DialectBodies(provider);
    this.errors = new DialectErrors(table);
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
    if (envelope.isThere(ERROR)) {
      return failed(line, envelope, ERROR);
    }
    if (!envelope.isObject(RESPONSE)) {
      return line.unreadable("neither a response nor an error");
    }
    if (!isGood(envelope.word(STATUS)) || envelope.isThere(BODY_ERROR) || isBare(envelope)) {
      return failed(line, envelope, BODY);
    }
    return responded(line, envelope);
  }

  private BatchResult responded(ResultLine line, Envelope envelope) {
    if (!envelope.isObject(BODY)) {
      return envelope.isThere(BODY)
          ? line.unreadable("response.body is not an object")
          : line.empty();
    }
    String state = Objects.requireNonNullElse(envelope.text(BODY_STATE), "");
    if (NO_RESPONSE.contains(state) && !envelope.isThere(CHOICES)) {
      ApiError error =
          ApiError.builder(ErrorKind.UNAVAILABLE)
              .code(state)
              .message("there is no response: its status is " + state)
              .build();
      return line.errored(error, envelope.json(BODY));
    }
    return envelope.isThere(BODY) ? envelope.succeeded(line, BODY, bodies) : line.empty();
  }

  /** A request that was not run is known by the code of its error. */
  private BatchResult failed(ResultLine line, Envelope envelope, String at) {
    JsonElement json = envelope.json(at);
    // A gateway may have its message next to a body that is missing, and the status is there too.
    ApiError error =
        Redactor.WITHOUT_SECRETS.clean(
            errors.ofLine(json, envelope.json(BODY), envelope.json(RESPONSE)));
    if (is(error, "batch_expired")) {
      return line.expired(error.message());
    }
    return is(error, "batch_cancelled")
        ? line.cancelled(error.message())
        : line.errored(error, json);
  }

  private static boolean is(ApiError error, String word) {
    return word.equals(error.code()) || word.equals(error.message());
  }

  /** A response may be a code and a message, and nothing else. */
  private static boolean isBare(Envelope envelope) {
    return envelope.isThere(BARE_CODE)
        && !envelope.isThere(CHOICES)
        && DialectErrors.isBare(
            envelope.word(BARE_CODE), envelope.text(BARE_MESSAGE), envelope.isThere(BARE_SUCCESS));
  }

  private static boolean isGood(@Nullable String status) {
    return status == null || status.equals("200") || GOOD.matcher(status).matches();
  }
}
