package io.batchwright.internal.http;

import com.google.gson.JsonParseException;
import io.batchwright.ErrorKind;
import io.batchwright.MalformedResponseException;
import io.batchwright.ProviderException;
import io.batchwright.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Sends the generated calls, with a client fit for each kind, and turns responses into values or
 * exceptions. Thread-safe.
 *
 * <p>Redirects are never followed, so credentials stay at the origin that the calls were built for.
 */
public final class Transport implements AutoCloseable {
  private static final String USER_AGENT = "batchwright-java";
  private static final long LONGEST_ANSWER = 16L * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(Transport.class.getName());

  private final String provider;
  private final ErrorResponses errors;
  private final OkHttpClient reads;
  private final OkHttpClient changes;
  private final OkHttpClient sends;
  private final OkHttpClient streams;
  private final boolean own;
  private final Supplier<String> key;
  private final Consumer<String> setKey;
  private volatile boolean closed;

  /**
   * Creates a transport.
   *
   * @param provider the provider's short name
   * @param given the user's client, whose pool, proxy, TLS and interceptors are kept and which
   *     stays open, or null
   * @param errors reads the provider's form of error
   * @param redactor makes its text fit to be shown
   * @param key returns the key for one call
   * @param setKey sets the key of the generated client
   */
  public Transport(
      String provider,
      @Nullable OkHttpClient given,
      ErrorReader errors,
      Redactor redactor,
      Supplier<String> key,
      Consumer<String> setKey) {
    this.provider = provider;
    this.errors = new ErrorResponses(errors, redactor);
    this.key = key;
    this.setKey = setKey;
    this.own = given == null;
    OkHttpClient base =
        (given == null ? new OkHttpClient() : given)
            .newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .cache(null)
            .callTimeout(Duration.ZERO)
            .readTimeout(Duration.ofSeconds(60))
            .build();
    this.reads = base.newBuilder().dispatcher(new Dispatcher()).build();
    // OkHttp would repeat these on a broken connection, although the server may have acted already.
    this.changes =
        base.newBuilder().retryOnConnectionFailure(false).connectionPool(alwaysFresh()).build();
    Duration sending = Duration.ofMinutes(10);
    this.sends = changes.newBuilder().readTimeout(sending).writeTimeout(sending).build();
    OkHttpClient.Builder streaming = base.newBuilder().readTimeout(Duration.ofMinutes(2));
    if (base.socketFactory() == SocketFactory.getDefault()) {
      streaming.socketFactory(new WideSockets());
    }
    this.streams = streaming.build();
  }

  /**
   * A pool that keeps nothing. That a pooled connection was closed by the server may show only when
   * a request is on its way, and what is on its way to change something cannot be sent again.
   */
  private static ConnectionPool alwaysFresh() {
    return new ConnectionPool(0, 1, TimeUnit.SECONDS);
  }

  /** Sends a call that only reads, and is safe to repeat. */
  public <T> T read(ApiCall what, GeneratedCall call, Function<TextResponse, T> reader) {
    return read(what, call, UnaryOperator.identity(), reader);
  }

  /**
   * Sends a call that only reads, and whose response may be too long for memory; safe to repeat.
   *
   * @param narrowing returns the part of a 2xx response that is wanted
   */
  public <T> T read(
      ApiCall what,
      GeneratedCall call,
      UnaryOperator<InputStream> narrowing,
      Function<TextResponse, T> reader) {
    return exchange(what, reads.newCall(request(call)), narrowing, reader);
  }

  /** Sends a call that changes something and has no body of its own; sent once. */
  public <T> T change(ApiCall what, GeneratedCall call, Function<TextResponse, T> reader) {
    Request built = request(call);
    OneShotBody nothing = new OneShotBody(RequestBody.create(new byte[0]));
    Request once = built.newBuilder().method(built.method(), nothing).build();
    return exchange(what, once(changes).newCall(once), UnaryOperator.identity(), reader);
  }

  /**
   * Deletes a file; one that is gone already counts as deleted.
   *
   * @param check throws if a response is no proof that it is
   */
  public void deleteFile(GeneratedCall call, Function<TextResponse, ?> check) {
    try {
      Object unused = change(ApiCall.DELETE_FILE, call, check);
    } catch (ProviderException e) {
      if (e.kind() != ErrorKind.NOT_FOUND) {
        throw e;
      }
    }
  }

  /** Sends a create or an upload, once; the caller closes the response. */
  Response send(ApiCall what, Request request) throws IOException {
    return execute(what, once(sends).newCall(request));
  }

  /**
   * Returns a client that lets one request reach the network, and refuses a second, whether OkHttp
   * would send it, after a 503 that says "now", or an interceptor of the user's. For one call.
   */
  private static OkHttpClient once(OkHttpClient client) {
    AtomicBoolean sent = new AtomicBoolean();
    Interceptor once =
        chain -> {
          if (sent.getAndSet(true)) {
            throw new IOException("This call is sent once; something tried to send it again");
          }
          return chain.proceed(chain.request());
        };
    return client.newBuilder().addNetworkInterceptor(once).build();
  }

  /** Creates a call for a body of any length. */
  Call stream(Request request) {
    return streams.newCall(request);
  }

  /** Sends a call; neither the log nor an exception shows content. */
  Response execute(ApiCall what, Call call) throws IOException {
    Response response = responseTo(call);
    LOG.log(
        System.Logger.Level.DEBUG,
        "{0} responded {1} to {2}",
        provider,
        String.valueOf(response.code()),
        what);
    return response;
  }

  /** OkHttp lets an interrupt out as it is, which its signature does not say. */
  private static Response responseTo(Call call) throws IOException {
    try {
      return call.execute();
    } catch (IOException e) {
      throw Unquoted.of(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  /** Builds a request with a generated client, which has one key at a time. */
  Request request(GeneratedCall call) {
    String own = key.get();
    try {
      synchronized (this) {
        setKey.accept(own);
        return call.build().request().newBuilder().header("User-Agent", USER_AGENT).build();
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The generated client refused to build the call", e);
    }
  }

  String provider() {
    return provider;
  }

  ErrorResponses errors() {
    return errors;
  }

  private <T> T exchange(
      ApiCall what,
      Call call,
      UnaryOperator<InputStream> narrowing,
      Function<TextResponse, T> reader) {
    try (Response response = execute(what, call)) {
      TextResponse text = text(what, response, narrowing);
      requireSuccess(what, response, text);
      return understand(what, text, reader);
    } catch (IOException e) {
      throw new TransportException(provider, what.toString(), Unquoted.of(e));
    } finally {
      release();
    }
  }

  /**
   * Returns the body, which every response to a call has, although OkHttp 4 declares it nullable.
   */
  static ResponseBody body(Response response) {
    return Objects.requireNonNull(response.body());
  }

  void requireSuccess(ApiCall what, Response response, TextResponse text) {
    Failure failure = errors.failure(what, response.code(), text);
    if (failure != null) {
      throw failure.toException(provider, what);
    }
  }

  /** Reads a 2xx response as a whole, and of others the beginning. */
  TextResponse text(ApiCall what, Response response, UnaryOperator<InputStream> narrowing)
      throws IOException {
    if (!response.isSuccessful()) {
      return ErrorResponses.beginning(response);
    }
    InputStream wanted = narrowing.apply(body(response).byteStream());
    BufferedSource source = Okio.buffer(Okio.source(wanted));
    if (source.request(LONGEST_ANSWER + 1)) {
      throw new MalformedResponseException(
          provider, what.toString(), "it is longer than " + LONGEST_ANSWER + " bytes");
    }
    return new TextResponse(response.headers(), source.readUtf8());
  }

  /** Reads a 2xx response. */
  <T> T understand(ApiCall what, TextResponse response, Function<TextResponse, T> reader) {
    try {
      return reader.apply(response);
    } catch (JsonParseException e) {
      // It may quote an address of the response.
      String problem = errors.redactor().clean(String.valueOf(e.getMessage()));
      throw new MalformedResponseException(provider, what.toString(), problem);
    }
  }

  /** Closes idle connections if the transport was closed; to be called after each response. */
  void release() {
    if (closed && own) {
      reads.connectionPool().evictAll();
    }
  }

  /**
   * Cancels calls that only read, since no interrupt reaches a thread that reads from a socket.
   * Frees the connections of a client of our own, and those that are still in use as soon as they
   * are not; the user's stays as it is.
   */
  @Override
  public void close() {
    closed = true;
    reads.dispatcher().cancelAll();
    release();
  }
}
