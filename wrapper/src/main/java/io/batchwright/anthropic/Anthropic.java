package io.batchwright.anthropic;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.BatchClient;
import io.batchwright.BatchResults;
import io.batchwright.ResultsOptions;
import io.batchwright.client.anthropic.api.MessageBatchesApi;
import io.batchwright.client.anthropic.invoker.ApiClient;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.http.GeneratedClients;
import io.batchwright.internal.results.ResultStream;
import io.batchwright.providers.ClientBuilder;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds clients for the Message Batches of Anthropic.
 *
 * <p>One batch holds up to 100,000 requests and 256 MB, runs for up to 24 hours, and keeps its
 * results for 29 days (Anthropic's guide "Batch processing"). A request's body is that of the
 * Messages API. Anthropic keeps no label and no metadata with a batch, so {@code SubmitOptions} of
 * every kind are refused, and {@code findSubmitted} is never certain.
 */
public final class Anthropic {
  /** The API version that has been there since the beginning; the default. */
  public static final String VERSION_2023_06_01 = "2023-06-01";

  /** The API version of October 2026, which refuses temperature, top_p and top_k. */
  public static final String VERSION_2026_10_21 = "2026-10-21";

  private Anthropic() {}

  /**
   * Builds a client with the key in the environment variable {@code ANTHROPIC_API_KEY}, or else the
   * bearer token in {@code ANTHROPIC_AUTH_TOKEN}, at the base URL in {@code ANTHROPIC_BASE_URL} if
   * that is set, as the vendor's own SDKs do.
   *
   * @throws IllegalStateException if there is no key
   * @throws IllegalArgumentException if the base URL is not usable
   */
  public static BatchClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** Returns a builder of clients. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads results that {@link BatchResults#saveTo} saved, or that were downloaded otherwise,
   * without a key and without a call to the provider.
   *
   * @throws java.io.UncheckedIOException if the file cannot be opened
   */
  @MustBeClosed
  public static BatchResults readResults(Path file) {
    return readResults(file, ResultsOptions.defaults());
  }

  /** Reads results as {@link #readResults(Path)} does, with options. */
  @MustBeClosed
  public static BatchResults readResults(Path file, ResultsOptions options) {
    return ResultStream.ofFile(file, AnthropicLines::new, options);
  }

  /**
   * Reads results from a stream, which is closed with them, as {@link #readResults(Path)} does;
   * this is also how a test makes real results.
   */
  @MustBeClosed
  public static BatchResults readResults(InputStream in, ResultsOptions options) {
    return ResultStream.of(in, AnthropicLines::new, options);
  }

  /** Builds clients; not thread-safe. */
  public static final class Builder extends ClientBuilder<Builder> {
    private static final String AUTH_TOKEN = "ANTHROPIC_AUTH_TOKEN";

    private String version = VERSION_2023_06_01;
    private boolean bearer;
    private final List<String> betas = new ArrayList<>();

    private Builder() {
      super(
          "https://api.anthropic.com",
          new Variables("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL"),
          new Variables(AUTH_TOKEN, "ANTHROPIC_BASE_URL"));
    }

    /** Sends the value of {@code ANTHROPIC_AUTH_TOKEN} as a bearer token, if it is the key. */
    @Override
    protected void readMore(Variables pair, Function<String, Optional<String>> environment) {
      bearer |= pair.key().equals(AUTH_TOKEN);
    }

    /** Sets the API version; {@link Anthropic#VERSION_2023_06_01} if it is not set. */
    @CanIgnoreReturnValue
    public Builder apiVersion(String value) {
      version = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sends the key as {@code Authorization: Bearer} rather than as {@code x-api-key}. */
    @CanIgnoreReturnValue
    public Builder bearerAuth() {
      bearer = true;
      return this;
    }

    /** Enables a beta feature for every call, by the provider's name for it. */
    @CanIgnoreReturnValue
    public Builder beta(String feature) {
      betas.add(Objects.requireNonNull(feature, "feature"));
      return this;
    }

    @Override
    protected BatchClient client(Settings settings) {
      return AdapterClient.of(adapter(settings), settings.listener(), settings.callbackExecutor());
    }

    /** Builds the adapter alone, which tests run in virtual time. */
    AnthropicAdapter adapter(Settings settings) {
      String features = betas.isEmpty() ? null : String.join(",", betas);
      boolean asToken = bearer;
      return new AnthropicAdapter(
          new AnthropicCalls(() -> api(settings, asToken), version, features), settings);
    }

    /** A generated client has one key, and is used for one call. */
    private static MessageBatchesApi api(Settings settings, boolean asToken) {
      ApiClient client = new ApiClient(GeneratedClients.CALL_BUILDER);
      client.setBasePath(settings.baseUrl().url());
      if (asToken) {
        client.setBearerToken(settings.apiKey());
      } else {
        client.setApiKey(settings.apiKey().get());
      }
      return new MessageBatchesApi(client);
    }
  }
}
