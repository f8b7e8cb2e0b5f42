package io.batchwright.openai;

import static io.batchwright.Capability.COMPLETION_WINDOW;
import static io.batchwright.Capability.ENDPOINT;
import static io.batchwright.Capability.METADATA;
import static io.batchwright.Capability.UPLOADED_INPUT;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.BatchClient;
import io.batchwright.BatchResults;
import io.batchwright.ProviderLimits;
import io.batchwright.ResultsOptions;
import io.batchwright.client.openai.api.BatchesApi;
import io.batchwright.client.openai.api.FilesApi;
import io.batchwright.client.openai.invoker.ApiClient;
import io.batchwright.client.openai.model.CreateBatchParams;
import io.batchwright.internal.openai.DialectAdapter;
import io.batchwright.internal.openai.DialectCalls;
import io.batchwright.internal.openai.DialectProfile;
import io.batchwright.internal.requests.BodyRule;
import io.batchwright.internal.requests.BodyRules;
import io.batchwright.internal.results.ResultStream;
import io.batchwright.providers.ClientBuilder;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds clients for OpenAI's Batch API.
 *
 * <p>One batch holds up to 50,000 requests in 200 MB for one endpoint and one model, and runs for
 * up to 24 hours (OpenAI's guide "Batch API"). It is for chat completions unless {@code
 * SubmitOptions} name another endpoint; which others there are, the provider decides. Every body
 * for chat completions, older completions and embeddings must name the model. Embeddings have at
 * most 2,048 inputs per request and 50,000 per batch. A file whose lines name another endpoint goes
 * to that one. Files are kept for 30 days; a delete leaves the record.
 */
public final class OpenAi {
  private static final String SITE = "https://api.openai.com/v1";

  private static final ProviderLimits LIMITS =
      DialectProfile.oneModelLimits(50_000, 200, 1, Duration.ofHours(24), Duration.ofHours(24))
          .toBuilder()
          .maxInputs(50_000, 2_048)
          .build();

  private static final DialectProfile PROFILE =
      new DialectProfile(
          "openai",
          EnumSet.of(METADATA, ENDPOINT, COMPLETION_WINDOW, UPLOADED_INPUT),
          new CreateBatchParams().getEndpoint(),
          endpoint -> LIMITS,
          OpenAi::rules,
          error -> error,
          true);

  private OpenAi() {}

  private static BodyRules rules(String endpoint) {
    String closed = "OpenAI closed this endpoint on 24 September 2026; its requests fail";
    // Moderations and images have a default, and a Response may have it from a stored prompt.
    boolean model = endpoint.endsWith("/completions") || endpoint.endsWith("/embeddings");
    return new BodyRules(
        model ? List.of("model") : List.of(),
        List.of(DialectProfile.CONTENTS, BodyRule.foreign("system", "Anthropic")),
        endpoint.endsWith("/embeddings") ? "input" : null,
        endpoint.endsWith("/videos") ? closed : null);
  }

  /**
   * Builds a client with the key in {@code OPENAI_API_KEY}, at {@code OPENAI_BASE_URL} if that is
   * set, for {@code OPENAI_ORG_ID} and {@code OPENAI_PROJECT_ID} if these are; see {@link
   * ClientBuilder#fromEnv()}.
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
    private @Nullable String organization;
    private @Nullable String project;

    private Builder() {
      super(SITE, new Variables("OPENAI_API_KEY", "OPENAI_BASE_URL"));
    }

    @Override
    protected void readMore(Variables pair, Function<String, Optional<String>> environment) {
      environment.apply("OPENAI_ORG_ID").ifPresent(this::organization);
      environment.apply("OPENAI_PROJECT_ID").ifPresent(this::project);
    }

    /** Sets the organization, for a key that belongs to several. */
    @CanIgnoreReturnValue
    public Builder organization(String id) {
      organization = headerValue("The organization", id);
      return this;
    }

    /** Sets the project, for a key that belongs to several. */
    @CanIgnoreReturnValue
    public Builder project(String id) {
      project = headerValue("The project", id);
      return this;
    }

    @Override
    protected BatchClient client(Settings settings) {
      return new DialectAdapter(PROFILE, calls(DialectCalls.client(settings)), settings, Map.of())
          .client();
    }

    private DialectCalls calls(ApiClient client) {
      BatchesApi batches = new BatchesApi(client);
      FilesApi files = new FilesApi(client);
      String org = organization;
      String in = project;
      return new DialectCalls(
          client,
          () -> files.uploadFileCall(DialectCalls.NO_FILE, "batch", org, in, null),
          () -> batches.createBatchCall(new CreateBatchParams(), org, in, null),
          id -> () -> batches.retrieveBatchCall(id, org, in, null),
          (limit, after) -> () -> batches.listBatchesCall(limit, after, org, in, null),
          id -> () -> batches.cancelBatchCall(id, org, in, null),
          id -> () -> files.downloadFileCall(id, org, in, null),
          id -> () -> files.deleteFileCall(id, org, in, null));
    }
  }
}
