package io.batchwright.moonshot;

import static io.batchwright.Capability.COMPLETION_WINDOW;
import static io.batchwright.Capability.METADATA;
import static io.batchwright.Capability.UPLOADED_INPUT;
import static io.batchwright.internal.openai.DialectCalls.NO_FILE;

import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.ApiError;
import io.batchwright.BatchClient;
import io.batchwright.BatchResults;
import io.batchwright.ErrorKind;
import io.batchwright.ProviderLimits;
import io.batchwright.ResultsOptions;
import io.batchwright.client.moonshot.api.BatchesApi;
import io.batchwright.client.moonshot.api.FilesApi;
import io.batchwright.client.moonshot.model.CreateBatchParams;
import io.batchwright.client.openai.invoker.ApiClient;
import io.batchwright.internal.openai.DialectAdapter;
import io.batchwright.internal.openai.DialectCalls;
import io.batchwright.internal.openai.DialectProfile;
import io.batchwright.internal.requests.BodyRules;
import io.batchwright.internal.results.ResultStream;
import io.batchwright.providers.ClientBuilder;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Builds clients for the batch API of Moonshot (Kimi).
 *
 * <p>There are two sites, each with keys of its own: {@link #INTERNATIONAL}, the usual one, and
 * {@link #CHINA}. One batch holds up to 100 MB of chat completions for one model, and runs for 12
 * hours to 7 days, 24 hours unless {@code SubmitOptions} set another completion window (Moonshot's
 * reference of the create call). How many requests it holds, how long a custom id may be, how long
 * files are kept, and what lines of failed requests look like is not documented. A delete removes
 * the files and leaves the record.
 */
public final class Moonshot {
  /** The base URL of the international site. */
  public static final String INTERNATIONAL = "https://api.moonshot.ai/v1";

  /** The base URL of the Chinese site, for {@code baseUrl}. */
  public static final String CHINA = "https://api.moonshot.cn/v1";

  private static final ProviderLimits LIMITS =
      DialectProfile.oneModelLimits(
          ProviderLimits.UNKNOWN_MAX_REQUESTS, 100, 1, Duration.ofHours(12), Duration.ofDays(7));

  /** Seen in the field: calls that lack nothing were now and then said to lack this header. */
  static final UnaryOperator<ApiError> ERRORS =
      error ->
          error.message().contains("Kimi-Api-Version")
              ? error.toBuilder().kind(ErrorKind.UNAVAILABLE).build()
              : error;

  private static final DialectProfile PROFILE =
      new DialectProfile(
          "moonshot",
          EnumSet.of(METADATA, COMPLETION_WINDOW, UPLOADED_INPUT),
          new CreateBatchParams().getEndpoint(),
          endpoint -> LIMITS,
          endpoint -> BodyRules.ofModels(DialectProfile.CONTENTS),
          ERRORS,
          false);

  private Moonshot() {}

  /**
   * Builds a client with the key in {@code MOONSHOT_API_KEY}, at {@code MOONSHOT_BASE_URL} if that
   * is set, at the international site otherwise; see {@link ClientBuilder#fromEnv()}.
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
    return ResultStream.ofFile(file, PROFILE::lines, options);
  }

  /**
   * Reads results from a stream, which is closed with them, as {@link #readResults(Path)} does;
   * this is also how a test makes real results.
   */
  @MustBeClosed
  public static BatchResults readResults(InputStream in, ResultsOptions options) {
    return ResultStream.of(in, PROFILE::lines, options);
  }

  /** Builds clients; not thread-safe. */
  public static final class Builder extends ClientBuilder<Builder> {
    private Builder() {
      super(INTERNATIONAL, new Variables("MOONSHOT_API_KEY", "MOONSHOT_BASE_URL"));
    }

    @Override
    protected BatchClient client(Settings settings) {
      return new DialectAdapter(PROFILE, calls(DialectCalls.client(settings)), settings, Map.of())
          .client();
    }

    private static DialectCalls calls(ApiClient client) {
      BatchesApi batches = new BatchesApi(client);
      FilesApi files = new FilesApi(client);
      return new DialectCalls(
          client,
          () -> files.uploadFileCall(NO_FILE, "batch", null),
          () -> batches.createBatchCall(new CreateBatchParams(), null),
          id -> () -> batches.retrieveBatchCall(id, null),
          (limit, after) -> () -> batches.listBatchesCall(limit, after, null),
          id -> () -> batches.cancelBatchCall(id, null),
          id -> () -> files.downloadFileCall(id, null),
          id -> () -> files.deleteFileCall(id, null));
    }
  }
}
