package io.batchwright.gemini;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.BatchClient;
import io.batchwright.BatchResults;
import io.batchwright.ProviderLimits;
import io.batchwright.ResultsOptions;
import io.batchwright.client.gemini.invoker.ApiClient;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.http.GeneratedClients;
import io.batchwright.internal.results.ResultStream;
import io.batchwright.providers.BaseUrl;
import io.batchwright.providers.ClientBuilder;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Builds clients for the batches of the Gemini Developer API.
 *
 * <p>One batch is for one model, which {@code SubmitOptions} name or all bodies do, and holds up to
 * 20 MiB of requests, or up to 2 GB in a file that the library uploads. The aim is an end within 24
 * hours; what is still to run after 48 expires (Google's guide "Batch API"). A request's body is
 * that of {@code generateContent}, or of {@code embedContent} where {@code SubmitOptions} name that
 * endpoint; its custom id may be any text. A batch that is cancelled while it runs ends as
 * succeeded, with cancelled requests in its results.
 *
 * <pre>{@code
 * SubmitOptions embed =
 *     SubmitOptions.none().withModel("gemini-embedding-001").withEndpoint(Gemini.EMBED_CONTENT);
 * BatchHandle batch = client.submit(
 *     BatchInput.of(BatchRequest.ofJson("a", "{\"content\":{\"parts\":[{\"text\":\"spider\"}]}}")), embed);
 * }</pre>
 */
public final class Gemini {
  /** The API version that batches are documented for; the default. */
  public static final String V1BETA = "v1beta";

  /** The API version that the vendor's newest SDKs use; that it has batches is unverified. */
  public static final String V1 = "v1";

  /** The endpoint of batches of content, which is the usual one. */
  public static final String GENERATE_CONTENT = "generateContent";

  /**
   * The endpoint of batches of texts to embed, which the vendor's SDKs call experimental. No
   * traffic of such batches was ever published: whether a vector comes with {@code usageMetadata}
   * or with {@code tokenCount} is unverified, and both are read.
   */
  public static final String EMBED_CONTENT = "embedContent";

  private static final String SITE = new ApiClient(GeneratedClients.CALL_BUILDER).getBasePath();

  /** From the guide "Batch API" and the text of the error. */
  private static final long LONGEST_INLINE = 20L << 20;

  static final ProviderLimits LIMITS =
      ProviderLimits.builder().maxBytes(2_000_000_000L).oneModel(true).build();

  private Gemini() {}

  /**
   * Builds a client with the key in {@code GOOGLE_API_KEY} or {@code GEMINI_API_KEY}, at {@code
   * GOOGLE_GEMINI_BASE_URL} if that is set; see {@link ClientBuilder#fromEnv()}.
   *
   * @throws IllegalStateException if there is no key
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
    return ResultStream.ofFile(file, GeminiLines::new, options);
  }

  /**
   * Reads results from a stream, which is closed with them, as {@link #readResults(Path)} does;
   * this is also how a test makes real results.
   */
  @MustBeClosed
  public static BatchResults readResults(InputStream in, ResultsOptions options) {
    return ResultStream.of(in, GeminiLines::new, options);
  }

  /** Builds clients; not thread-safe. */
  public static final class Builder extends ClientBuilder<Builder> {
    private String version = V1BETA;
    private long inlineUpTo = LONGEST_INLINE;
    private final Set<String> uploadOrigins = new HashSet<>();

    private Builder() {
      super(
          SITE,
          new Variables("GOOGLE_API_KEY", "GOOGLE_GEMINI_BASE_URL"),
          new Variables("GEMINI_API_KEY", "GOOGLE_GEMINI_BASE_URL"));
    }

    /** Sets the API version; {@link Gemini#V1BETA} if it is not set. */
    @CanIgnoreReturnValue
    public Builder apiVersion(String value) {
      if (!Objects.requireNonNull(value, "value").matches("v\\d[A-Za-z0-9]*")) {
        throw new IllegalArgumentException("The API version must be a word such as " + V1BETA);
      }
      version = value;
      return this;
    }

    /**
     * Sets the length in bytes up to which requests are sent inside the create rather than uploaded
     * as a file; 20 MiB, the provider's own limit, if it is not set, and 0 for always as a file.
     */
    @CanIgnoreReturnValue
    public Builder inlineUpTo(long bytes) {
      inlineUpTo = bytes;
      return this;
    }

    /**
     * Allows files of requests to be uploaded to this origin as well as to that of the base URL,
     * for a gateway that passes the provider's own upload addresses on. The key is not sent there.
     *
     * @throws IllegalArgumentException if it could not be a base URL
     */
    @CanIgnoreReturnValue
    public Builder allowUploadsTo(String origin) {
      uploadOrigins.add(BaseUrl.parse(origin, Set.of()).origin());
      return this;
    }

    @Override
    protected BatchClient client(Settings settings) {
      return AdapterClient.of(adapter(settings), settings.listener(), settings.callbackExecutor());
    }

    /** Builds the adapter alone, which tests run in virtual time. */
    GeminiAdapter adapter(Settings settings) {
      BaseUrl base = settings.baseUrl();
      Set<String> uploads = new HashSet<>(uploadOrigins);
      uploads.add(base.origin());
      GeminiCalls calls = new GeminiCalls(() -> keyed(settings), version);
      return new GeminiAdapter(calls, settings, inlineUpTo, Set.copyOf(uploads));
    }

    /** A generated client has one key, and is used for one call. */
    private static ApiClient keyed(Settings settings) {
      ApiClient client = new ApiClient(GeneratedClients.CALL_BUILDER);
      client.setApiKey(settings.apiKey().get());
      return client.setBasePath(settings.baseUrl().url());
    }
  }
}
