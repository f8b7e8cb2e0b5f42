package io.batchwright.sandbox;

import io.batchwright.sandbox.internal.Desk;
import io.batchwright.sandbox.internal.House;
import io.batchwright.sandbox.internal.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Serves the providers' batch protocols on one port of 127.0.0.1, with made-up answers. Batches
 * move by a clock, which a test can replace; nothing runs in the background. Thread-safe.
 *
 * <h2>It must be closed</h2>
 *
 * Closing ends the port, the connections and the temporary file. The threads are daemons, so a
 * forgotten sandbox does not hold the JVM.
 */
public final class Sandbox implements AutoCloseable {
  private final House house;

  private Sandbox(House house) {
    this.house = house;
  }

  /**
   * Starts a sandbox in real time, two seconds for a batch, on any free port.
   *
   * @throws UncheckedIOException if no port or no temporary file can be had
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
    return house.port();
  }

  /** The base URL of the Anthropic protocol, without a slash at its end. */
  public String anthropicUrl() {
    return house.url("/anthropic");
  }

  /** What the Anthropic protocol was asked, and what shall go wrong with it. */
  public ProviderControl anthropic() {
    return desk("/anthropic");
  }

  /** The base URL of OpenAI's protocol, without a slash at its end. */
  public String openAiUrl() {
    return house.url("/openai/v1");
  }

  /** What OpenAI's protocol was asked, and what shall go wrong with it. */
  public ProviderControl openAi() {
    return desk("/openai");
  }

  /** The base URL of Moonshot's protocol, without a slash at its end. */
  public String moonshotUrl() {
    return house.url("/moonshot/v1");
  }

  /** What Moonshot's protocol was asked, and what shall go wrong with it. */
  public ProviderControl moonshot() {
    return desk("/moonshot");
  }

  /** The base URL of Zhipu's protocol, without a slash at its end. */
  public String zhipuUrl() {
    return house.url("/zhipu/api/paas/v4");
  }

  /** What Zhipu's protocol was asked, and what shall go wrong with it. */
  public ProviderControl zhipu() {
    return desk("/zhipu");
  }

  /** The base URL of Gemini's protocol: what stands before the version, without a slash. */
  public String geminiUrl() {
    return house.url("/gemini");
  }

  /** What Gemini's protocol was asked, and what shall go wrong with it. */
  public ProviderControl gemini() {
    return desk("/gemini");
  }

  private Desk desk(String prefix) {
    return house.desk(prefix);
  }

  /**
   * Refuses connections, for all providers, until {@link #acceptConnections}. Those that are open
   * and on which no request is being answered are reset. Does nothing if they are refused already.
   */
  public void refuseConnections() {
    house.refuse();
  }

  /**
   * Accepts connections again, at the same port. Does nothing if they are accepted.
   *
   * @throws UncheckedIOException if somebody else has taken the port meanwhile
   */
  public void acceptConnections() {
    house.accept();
  }

  /** Stops serving and releases everything. Closing twice does nothing. */
  @Override
  public void close() {
    house.close();
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

    /** The port; 0, the default, is any free one. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** The clock that batches move by; the system's by default. */
    public Builder time(InstantSource time) {
      this.time = time;
      return this;
    }

    /** The time from creation to end; 2 s by default. */
    public Builder batchTime(Duration batchTime) {
      this.batchTime = batchTime;
      return this;
    }

    /** The time from a cancel to the end; 1 s by default. */
    public Builder cancelTime(Duration cancelTime) {
      this.cancelTime = cancelTime;
      return this;
    }

    /**
     * Sends {@code retry-after} with the status of a batch that runs, or sends none if it is zero.
     * By default only Anthropic sends it, with the 10 seconds that were recorded.
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
     * Sets the function that returns the response to a request. It is called once per request,
     * while the batch is created, by several threads if several batches are; if it throws, the
     * request ends with an error.
     */
    public Builder replies(Function<SandboxRequest, SandboxReply> replies) {
      this.replies = replies;
      return this;
    }

    /** The only key that is accepted; by default any key is that is not empty. */
    public Builder apiKey(String apiKey) {
      this.apiKey = apiKey;
      return this;
    }

    /** What ids and the order of results are made from; the same seed gives the same ones. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** The largest body; lowered in tests, which need not send hundreds of MB to be refused. */
    Builder maxBodyBytes(long maxBodyBytes) {
      this.maxBodyBytes = maxBodyBytes;
      return this;
    }

    /**
     * Starts the sandbox.
     *
     * @throws IllegalArgumentException if a duration is negative
     * @throws UncheckedIOException if the port is taken or no temporary file can be made
     */
    public Sandbox start() {
      Settings settings =
          new Settings(time, batchTime, cancelTime, pollHint, replies, apiKey, seed, maxBodyBytes);
      try {
        return new Sandbox(House.open(port, settings));
      } catch (IOException e) {
        throw new UncheckedIOException("The sandbox could not start: " + e.getMessage(), e);
      }
    }
  }
}
