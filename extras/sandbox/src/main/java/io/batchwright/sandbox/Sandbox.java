package io.batchwright.sandbox;

import io.batchwright.sandbox.internal.ProviderDispatcher;
import io.batchwright.sandbox.internal.SandboxServer;
import io.batchwright.sandbox.internal.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Serves the providers' batch protocols on one port of 127.0.0.1, with made-up responses. Batches
 * progress with a clock, which a test can replace; nothing runs in the background. Thread-safe.
 *
 * <h2>Closing</h2>
 *
 * {@link #close()} releases the port, the connections and the temporary file. The threads are
 * daemons, so a sandbox that is left open does not keep the JVM running.
 */
public final class Sandbox implements AutoCloseable {
  private final SandboxServer server;

  private Sandbox(SandboxServer server) {
    this.server = server;
  }

  /**
   * Starts a sandbox in real time on any free port; a batch takes two seconds.
   *
   * @throws UncheckedIOException if no port or temporary file is available
   */
  public static Sandbox start() {
    return builder().start();
  }

  /** A builder with the defaults of {@link #start()}. */
  public static Builder builder() {
    return new Builder();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** The base URL of the Anthropic protocol, without a trailing slash. */
  public String anthropicUrl() {
    return server.url("/anthropic");
  }

  /** The requests that the Anthropic protocol received, its batches, and its faults. */
  public ProviderControl anthropic() {
    return dispatcher("/anthropic");
  }

  /** The base URL of OpenAI's protocol, without a trailing slash. */
  public String openAiUrl() {
    return server.url("/openai/v1");
  }

  /** The requests that OpenAI's protocol received, its batches, and its faults. */
  public ProviderControl openAi() {
    return dispatcher("/openai");
  }

  /** The base URL of Moonshot's protocol, without a trailing slash. */
  public String moonshotUrl() {
    return server.url("/moonshot/v1");
  }

  /** The requests that Moonshot's protocol received, its batches, and its faults. */
  public ProviderControl moonshot() {
    return dispatcher("/moonshot");
  }

  /** The base URL of Zhipu's protocol, without a trailing slash. */
  public String zhipuUrl() {
    return server.url("/zhipu/api/paas/v4");
  }

  /** The requests that Zhipu's protocol received, its batches, and its faults. */
  public ProviderControl zhipu() {
    return dispatcher("/zhipu");
  }

  /** The base URL of Gemini's protocol, up to the version, without a trailing slash. */
  public String geminiUrl() {
    return server.url("/gemini");
  }

  /** The requests that Gemini's protocol received, its batches, and its faults. */
  public ProviderControl gemini() {
    return dispatcher("/gemini");
  }

  private ProviderDispatcher dispatcher(String prefix) {
    return server.dispatcher(prefix);
  }

  /**
   * Refuses connections, for all providers, until {@link #acceptConnections}. Open connections
   * without a request in progress are reset. Does nothing if connections are refused already.
   */
  public void refuseConnections() {
    server.refuse();
  }

  /**
   * Accepts connections again, on the same port. Does nothing if they are accepted.
   *
   * @throws UncheckedIOException if another process has taken the port meanwhile
   */
  public void acceptConnections() {
    server.accept();
  }

  /** Stops serving and releases everything. Closing again has no effect. */
  @Override
  public void close() {
    server.close();
  }

  /** Names the port. */
  @Override
  public String toString() {
    return "Sandbox[port=" + port() + "]";
  }

  /** Builds a {@link Sandbox}. Not thread-safe. */
  public static final class Builder {
    private int port;
    private InstantSource time = InstantSource.system();
    private Duration batchTime = Duration.ofSeconds(2);
    private Duration cancelTime = Duration.ofSeconds(1);
    private @Nullable Duration pollHint;
    private Function<SandboxRequest, SandboxReply> replies =
        request -> SandboxReply.text(DefaultReply.to(request));
    private @Nullable String apiKey;
    private long seed = 1;
    private long maxBodyBytes = Long.MAX_VALUE;

    private Builder() {}

    /** The port; 0, the default, picks a free one. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** The clock that batches progress with; the system clock by default. */
    public Builder time(InstantSource time) {
      this.time = time;
      return this;
    }

    /** The time from creation to end; 2 s by default. */
    public Builder batchTime(Duration batchTime) {
      this.batchTime = batchTime;
      return this;
    }

    /** The time from a cancel to the end of the batch; 1 s by default. */
    public Builder cancelTime(Duration cancelTime) {
      this.cancelTime = cancelTime;
      return this;
    }

    /**
     * Sends {@code retry-after} with the status of a running batch, or omits it if zero. By default
     * only Anthropic sends it, with the recorded 10 seconds.
     */
    public Builder pollHint(Duration pollHint) {
      this.pollHint = pollHint;
      return this;
    }

    /** Sets the text of each response; see {@link #replies}. */
    public Builder reply(Function<SandboxRequest, String> reply) {
      return replies(request -> SandboxReply.text(reply.apply(request)));
    }

    /**
     * Sets the function that returns the response to a request. It is called once per request, when
     * the batch is created, and on several threads if several batches are created at once. If it
     * throws, the request ends with an error.
     */
    public Builder replies(Function<SandboxRequest, SandboxReply> replies) {
      this.replies = replies;
      return this;
    }

    /** The only key that is accepted; by default any key that is not empty. */
    public Builder apiKey(String apiKey) {
      this.apiKey = apiKey;
      return this;
    }

    /** The seed of ids and of the order of results; the same seed yields the same ones. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * The largest body; lowered in tests, so that they need not send hundreds of MB to have one
     * refused.
     */
    Builder maxBodyBytes(long maxBodyBytes) {
      this.maxBodyBytes = maxBodyBytes;
      return this;
    }

    /**
     * Starts the sandbox.
     *
     * @throws IllegalArgumentException if a duration is negative
     * @throws UncheckedIOException if the port is taken or no temporary file can be created
     */
    public Sandbox start() {
      Settings settings =
          new Settings(time, batchTime, cancelTime, pollHint, replies, apiKey, seed, maxBodyBytes);
      try {
        return new Sandbox(SandboxServer.open(port, settings));
      } catch (IOException e) {
        throw new UncheckedIOException("The sandbox could not start: " + e.getMessage(), e);
      }
    }
  }
}
