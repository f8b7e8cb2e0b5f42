package io.batchwright.internal.http;

import io.batchwright.BatchException;
import io.batchwright.InvalidInputException;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitException;
import io.batchwright.SubmitException.Delivery;
import io.batchwright.TransportException;
import io.batchwright.internal.requests.SizedBody;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends the calls of one submit, each exactly once, and says of every failure whether a batch may
 * have come of it.
 *
 * @param transport sends
 * @param attempt the submit attempt, which has not ended
 * @param clock the time of day
 */
public record SubmitCalls(Transport transport, SubmitAttempt attempt, InstantSource clock) {
  /** What files of requests are. */
  public static final MediaType LINES = MediaType.get("application/jsonl");

  /**
   * Creates a batch of requests that stand in the body of the create itself.
   *
   * @throws SubmitException if no batch is known to have been made
   */
  public <T> T create(GeneratedCall call, SizedBody requests, Function<TextResponse, T> reader) {
    return send(ApiCall.CREATE, call, OneShotBody.of(requests, null), null, reader);
  }

  /**
   * Creates a batch of requests that stand in a file.
   *
   * @param fileId the file, which a failure reports
   * @param json the body
   * @throws SubmitException if no batch is known to have been made
   */
  public <T> T create(
      GeneratedCall call, String fileId, String json, Function<TextResponse, T> reader) {
    return send(ApiCall.CREATE, call, RequestBody.create(json, null), fileId, reader);
  }

  /**
   * Uploads requests as a file, as the part {@code file} of a form.
   *
   * @param purpose the part {@code purpose}
   * @param filename what the file is called
   * @throws SubmitException if it cannot be used
   */
  public <T> T upload(
      GeneratedCall call,
      String purpose,
      String filename,
      SizedBody requests,
      Function<TextResponse, T> reader) {
    MultipartBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("purpose", purpose)
            .addFormDataPart("file", filename, OneShotBody.of(requests, LINES))
            .build();
    return send(ApiCall.UPLOAD, call, form, null, reader);
  }

  /**
   * Sends one step of an upload that takes several.
   *
   * @throws SubmitException if it failed
   */
  public <T> T uploadStep(GeneratedCall call, RequestBody body, Function<TextResponse, T> reader) {
    return send(ApiCall.UPLOAD, call, body, null, reader);
  }

  /** Returns the exception for an upload that cannot go on. */
  public SubmitException uploadFailed(BatchException cause) {
    return failed(Delivery.NOT_SENT, null, cause);
  }

  /** Returns the failure of an upload step, whose attempt ended only now, after recovery failed. */
  public SubmitException endedNow(SubmitException failure) {
    BatchException cause = failure.getCause() instanceof BatchException why ? why : failure;
    SubmitException now = failed(failure.delivery(), failure.uploadedFileId(), cause);
    now.setStackTrace(failure.getStackTrace());
    return now;
  }

  private <T> T send(
      ApiCall what,
      GeneratedCall call,
      RequestBody body,
      @Nullable String fileId,
      Function<TextResponse, T> reader) {
    Request built = Transport.request(call);
    OneShotBody once = new OneShotBody(body);
    Request request = built.newBuilder().method(built.method(), once).build();
    boolean mayHaveExecuted = true;
    BatchException cause;
    try (Response response = transport.send(what, request)) {
      TextResponse text = transport.text(what, response, UnaryOperator.identity());
      Failure failure = transport.errors().failure(what, response.code(), text);
      if (failure == null) {
        return transport.understand(what, text, reader);
      }
      mayHaveExecuted = failure.mayHaveExecuted();
      cause = failure.toException(transport.provider(), what);
    } catch (BatchException e) {
      cause = e;
    } catch (IOException e) {
      cause = brokenOff(what, once, e);
    } catch (RuntimeException e) {
      // Out of an interceptor of the user's client, say: the call may have been sent nevertheless.
      cause = brokenOff(what, once, new IOException(e));
    }
    Delivery delivery = mayHaveExecuted ? Delivery.MAYBE_CREATED : Delivery.REJECTED;
    // No batch comes of a body that stopped short, nor of an upload.
    boolean unsent = !once.complete() || (mayHaveExecuted && what != ApiCall.CREATE);
    throw failed(unsent ? Delivery.NOT_SENT : delivery, fileId, cause);
  }

  private BatchException brokenOff(ApiCall what, OneShotBody once, IOException error) {
    InvalidInputException input = once.inputProblem();
    return input != null
        ? input
        : new TransportException(transport.provider(), what.toString(), Unquoted.of(error));
  }

  private SubmitException failed(Delivery delivery, @Nullable String fileId, BatchException cause) {
    SubmitAttempt over =
        new SubmitAttempt(
            attempt.provider(),
            attempt.begun(),
            clock.instant(),
            attempt.requests(),
            attempt.fingerprint());
    return new SubmitException(delivery, over, fileId, cause);
  }
}
