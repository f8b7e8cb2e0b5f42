package io.batchwright.moonshot;

import static io.batchwright.Capability.COMPLETION_WINDOW;
import static io.batchwright.Capability.METADATA;
import static io.batchwright.Capability.UPLOADED_INPUT;
import static io.batchwright.internal.openai.DialectCalls.NO_FILE;

import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.BatchClient;
import io.batchwright.BatchResults;
import io.batchwright.ProviderLimits;
import io.batchwright.client.moonshot.api.BatchesApi;
import io.batchwright.client.moonshot.api.FilesApi;
import io.batchwright.client.moonshot.invoker.ApiClient;
import io.batchwright.client.moonshot.model.CreateBatchParams;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.http.GeneratedClients;
import io.batchwright.internal.openai.DialectAdapter;
import io.batchwright.internal.openai.DialectCalls;
import io.batchwright.internal.openai.DialectLines;
import io.batchwright.internal.openai.DialectProfile;
import io.batchwright.internal.openai.ErrorRules;
import io.batchwright.internal.results.ResultStream;
import io.batchwright.providers.ClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;

/**
 * Builds clients for the batch API of Moonshot (Kimi).
 *
 * <p>There are two sites, whose keys are not good at each other: {@link #INTERNATIONAL}, the usual
 * one, and {@link #CHINA}. One batch holds up to 100 MB of chat completions for one model, and has
 * from 12 hours to 7 days, 24 hours if {@code SubmitOptions} say nothing (Moonshot's reference of
 * the create call). How many requests it holds, how long a custom id may be, how long files are
 * kept, and what lines of failed requests look like is not documented. A delete removes the files
 * and leaves the record.
 */
public final class Moonshot {
  /** The base URL of the international site. */
  public static final String INTERNATIONAL = site(0);

  /** The base URL of the Chinese site, for {@code baseUrl}. */
  public static final String CHINA = site(1);

  private static final String NAME = "moonshot";
  private static final String CHAT = new CreateBatchParams().getEndpoint();

  private static final ProviderLimits LIMITS =
      DialectProfile.oneModelLimits(
          ProviderLimits.UNKNOWN_MAX_REQUESTS, 100, 1, Duration.ofHours(12), Duration.ofDays(7));

  private static final ErrorRules USUAL = ErrorRules.passingExcept("exceeded_current_quota_error");

  /** Seen in the field: calls that lack nothing were now and then told to lack this header. */
  private static final ErrorRules ERRORS =
      (status, error) ->
          error.message().contains("Kimi-Api-Version") || USUAL.retryable(status, error);

  private Moonshot() {}

  private static String site(int server) {
    return new ApiClient(GeneratedClients.CALL_BUILDER).getServers().get(server).URL;
  }

  /**
   * Makes a client with the key in {@code MOONSHOT_API_KEY}, at {@code MOONSHOT_BASE_URL} if that
   * is set, at the international site otherwise; see {@link ClientBuilder#fromEnv}.
   *
   * @throws IllegalStateException if there is no key
   */
  public static BatchClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** Begins to build a client. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads results that {@link BatchResults#saveTo} kept, or that were downloaded otherwise.
   *
   * @throws java.io.UncheckedIOException if the file cannot be opened
   */
  @MustBeClosed
  public static BatchResults readResults(Path file) {
    return ResultStream.ofFile(file, new DialectLines(NAME, ERRORS));
  }

  /** Builds clients; not thread-safe. */
  public static final class Builder extends ClientBuilder<Builder> {
    private Builder() {
      super(INTERNATIONAL, new Variables("MOONSHOT_API_KEY", "MOONSHOT_BASE_URL"));
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    public BatchClient build() {
      Settings settings = settings();
      return AdapterClient.of(adapter(), settings.listener(), settings.callbackExecutor());
    }

    /** Builds the adapter alone; tests run it in a time of their own. */
    DialectAdapter adapter() {
      Settings settings = settings();
      ProviderLimits limits = settings.limitsOr(LIMITS);
      DialectProfile profile =
          new DialectProfile(
              NAME,
              EnumSet.of(METADATA, COMPLETION_WINDOW, UPLOADED_INPUT),
              CHAT,
              endpoint -> limits,
              ERRORS,
              false);
      return new DialectAdapter(
          profile,
          calls(settings),
          settings.okHttpClient(),
          settings.apiKey(),
          settings.refOrigin());
    }

    private DialectCalls calls(Settings settings) {
      ApiClient client = new ApiClient(GeneratedClients.CALL_BUILDER);
      client.setBasePath(settings.baseUrl().url());
      client.setUserAgent(GeneratedClients.USER_AGENT);
      client.setBearerToken(settings.apiKey());
      BatchesApi batches = new BatchesApi(client);
      FilesApi files = new FilesApi(client);
      return new DialectCalls(
          () -> files.uploadFileCall(NO_FILE, "batch", null),
          () -> batches.createBatchCall(new CreateBatchParams(), null),
          id -> batches.retrieveBatchCall(id, null),
          (limit, after) -> batches.listBatchesCall(limit, after, null),
          id -> batches.cancelBatchCall(id, null),
          id -> files.downloadFileCall(id, null),
          id -> files.deleteFileCall(id, null));
    }
  }
}
