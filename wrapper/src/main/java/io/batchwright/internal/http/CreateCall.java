package io.batchwright.internal.http;

import io.batchwright.BatchException;
import io.batchwright.InputReport;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderException;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitException;
import io.batchwright.SubmitException.Delivery;
import io.batchwright.TransportException;
import io.batchwright.spi.InputChangedException;
import io.batchwright.spi.RequestSource;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends a create exactly once, and says of every failure whether a batch may have come of it.
 *
 * @param transport sends
 * @param what names the call for messages
 */
public record CreateCall(Transport transport, CallName what) {
  /**
   * Sends the requests as the body of a generated call.
   *
   * @throws SubmitException if no batch is known to have been made
   */
  public <T> T send(
      GeneratedCall call,
      RequestSource requests,
      SubmitAttempt attempt,
      Function<Answer, T> reader) {
    OneShotBody body = new OneShotBody(requests);
    Request built = Transport.request(call);
    Request request = built.newBuilder().method(built.method(), body).build();
    try (Response response = transport.send(what, request)) {
      if (!response.isSuccessful()) {
        ProviderException refusal = transport.refusals().of(what, response);
        throw failed(delivery(response.code(), body), attempt, refusal);
      }
      return transport.understand(what, response, reader);
    } catch (SubmitException e) {
      throw e;
    } catch (BatchException e) {
      // The provider said yes, in words that cannot be read.
      throw failed(Delivery.MAYBE_CREATED, attempt, e);
    } catch (IOException e) {
      throw brokenOff(body, requests, attempt, e);
    } catch (RuntimeException e) {
      // Out of an interceptor of the user's client, say: the create may be on its way all the same.
      throw brokenOff(body, requests, attempt, new IOException(e));
    }
  }

  private SubmitException brokenOff(
      OneShotBody body, RequestSource requests, SubmitAttempt attempt, IOException error) {
    IOException inputError = body.inputError();
    if (inputError != null) {
      return failed(Delivery.NOT_SENT, attempt, unreadable(requests, inputError));
    }
    return failed(
        body.complete() ? Delivery.MAYBE_CREATED : Delivery.NOT_SENT,
        attempt,
        new TransportException(transport.provider(), what.text(), error));
  }

  /**
   * A body that stopped short is no create. A server that answers 408 or 5xx may sit in front of
   * one that has taken the request; 529 is the provider's own word for not having taken it.
   */
  private static Delivery delivery(int status, OneShotBody body) {
    if (!body.complete()) {
      return Delivery.NOT_SENT;
    }
    boolean unclear = status == 408 || (status >= 500 && status != 529);
    return unclear ? Delivery.MAYBE_CREATED : Delivery.REJECTED;
  }

  private static InvalidInputException unreadable(RequestSource requests, IOException error) {
    String problem =
        error instanceof InputChangedException
            ? "The input is not what it was when it was checked; keep it still during submit"
            : "The input could not be read a second time ("
                + kind(error)
                + "); a sequence must give a new iterator each time it is asked";
    InvalidInputException unreadable =
        new InvalidInputException(
            new InputReport(
                requests.count(),
                requests.byteCount(),
                List.of(new InputReport.Problem(0, null, problem)),
                1));
    unreadable.addSuppressed(error);
    return unreadable;
  }

  private static String kind(IOException error) {
    Throwable cause = error.getCause();
    return (cause == null ? error : cause).getClass().getSimpleName();
  }

  private static SubmitException failed(
      Delivery delivery, SubmitAttempt attempt, BatchException cause) {
    return new SubmitException(delivery, attempt, null, cause);
  }
}
