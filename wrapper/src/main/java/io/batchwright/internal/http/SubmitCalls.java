package io.batchwright.internal.http;

import com.google.gson.JsonObject;
import io.batchwright.BatchException;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderException;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitException;
import io.batchwright.SubmitException.Delivery;
import io.batchwright.TransportException;
import io.batchwright.internal.requests.SizedBody;
import java.io.IOException;
import java.util.function.Function;
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
 * @param attempt the try to submit
 */
public record SubmitCalls(Transport transport, SubmitAttempt attempt) {
  private static final CallName CREATE = CallName.onAccount("create batch");

  /** What every step of an upload is called. */
  public static final CallName UPLOAD = CallName.onAccount("upload file");

  /** What files of requests are. */
  public static final MediaType LINES = MediaType.get("application/jsonl");

  /**
   * Creates a batch of requests that stand in the body of the create itself.
   *
   * @throws SubmitException if no batch is known to have been made
   */
  public <T> T create(GeneratedCall call, SizedBody requests, Function<TextResponse, T> reader) {
    OneShotBody body = new OneShotBody(requests, null);
    return new Sending(CREATE, true, body, body, null).send(call, reader);
  }

  /**
   * Creates a batch of requests that stand in a file.
   *
   * @param fileId the file, which a failure reports
   * @param json the body
   * @throws SubmitException if no batch is known to have been made
   */
  public <T> T create(
      GeneratedCall call, String fileId, JsonObject json, Function<TextResponse, T> reader) {
    OneShotBody body = new OneShotBody(FixedBytes.of(json), null);
    return new Sending(CREATE, true, body, body, fileId).send(call, reader);
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
    OneShotBody body = new OneShotBody(requests, LINES);
    MultipartBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("purpose", purpose)
            .addFormDataPart("file", filename, body)
            .build();
    return new Sending(UPLOAD, false, form, body, null).send(call, reader);
  }

  /**
   * Sends one step of an upload that takes several.
   *
   * @param type what the bytes are, or null if the generated call says it
   * @throws SubmitException if it failed
   */
  public <T> T uploadStep(
      GeneratedCall call,
      FixedBytes bytes,
      @Nullable MediaType type,
      Function<TextResponse, T> reader) {
    OneShotBody body = new OneShotBody(bytes, type);
    return new Sending(UPLOAD, false, body, body, null).send(call, reader);
  }

  /** Makes the exception for an upload that cannot go on. */
  public SubmitException uploadFailed(BatchException cause) {
    return new SubmitException(Delivery.NOT_SENT, attempt, null, cause);
  }

  /** One call of the submit. */
  private final class Sending {
    private final CallName what;
    private final boolean creates;
    private final RequestBody whole;
    private final OneShotBody body;
    private final @Nullable String fileId;

    Sending(
        CallName what,
        boolean creates,
        RequestBody whole,
        OneShotBody body,
        @Nullable String fileId) {
      this.what = what;
      this.creates = creates;
      this.whole = whole;
      this.body = body;
      this.fileId = fileId;
    }

    <T> T send(GeneratedCall call, Function<TextResponse, T> reader) {
      Request built = Transport.request(call);
      Request request = built.newBuilder().method(built.method(), whole).build();
      try (Response response = transport.send(what, request)) {
        if (!response.isSuccessful()) {
          throw refused(transport.refusals().of(what, response));
        }
        TextResponse answer = transport.answer(what, response);
        ProviderException refused = transport.refusals().of(what, response.code(), answer);
        if (refused != null) {
          throw refused(refused);
        }
        return transport.understand(what, answer, reader);
      } catch (SubmitException e) {
        throw e;
      } catch (BatchException e) {
        // The provider said yes, in words that cannot be read.
        throw failed(unlessUnsent(Delivery.MAYBE_CREATED), e);
      } catch (IOException e) {
        throw brokenOff(e);
      } catch (RuntimeException e) {
        // Out of an interceptor of the user's client, say: the call may be on its way all the same.
        throw brokenOff(new IOException(e));
      }
    }

    private SubmitException refused(ProviderException refused) {
      return failed(delivery(refused.httpStatus()), refused);
    }

    private SubmitException brokenOff(IOException error) {
      InvalidInputException input = body.inputProblem();
      if (input != null) {
        return failed(Delivery.NOT_SENT, input);
      }
      return failed(
          unlessUnsent(Delivery.MAYBE_CREATED),
          new TransportException(transport.provider(), what.text(), Unquoted.of(error)));
    }

    private Delivery delivery(int status) {
      boolean undone = transport.refusals().reader().leavesUndone(status);
      return unlessUnsent(undone ? Delivery.REJECTED : Delivery.MAYBE_CREATED);
    }

    /** No batch comes of a body that stopped short, nor of an upload. */
    private Delivery unlessUnsent(Delivery delivery) {
      boolean sent = body.complete() && (creates || delivery == Delivery.REJECTED);
      return sent ? delivery : Delivery.NOT_SENT;
    }

    private SubmitException failed(Delivery delivery, BatchException cause) {
      return new SubmitException(delivery, attempt, fileId, cause);
    }
  }
}
