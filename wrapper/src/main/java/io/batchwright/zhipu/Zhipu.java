package io.batchwright.zhipu;

import static io.batchwright.Capability.ENDPOINT;
import static io.batchwright.Capability.METADATA;
import static io.batchwright.Capability.UPLOADED_INPUT;
import static io.batchwright.internal.openai.DialectCalls.NO_FILE;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.BatchClient;
import io.batchwright.BatchResults;
import io.batchwright.ProviderLimits;
import io.batchwright.ResultsOptions;
import io.batchwright.client.openai.invoker.ApiClient;
import io.batchwright.client.zhipu.api.BatchesApi;
import io.batchwright.client.zhipu.api.FilesApi;
import io.batchwright.client.zhipu.model.CreateBatchParams;
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
import java.util.Map;

/**
 * Builds clients for the batch API of Zhipu (BigModel, Z.ai).
 *
 * <p>One batch holds up to 50,000 requests, 10,000 if they are for embeddings, in 100 MB, for one
 * endpoint and one model; it should be done after 24 hours, and is stopped after 7 days (Zhipu's
 * guide to batches). It is for chat completions unless {@code SubmitOptions} name another endpoint.
 * That a custom id has at least 6 characters is not documented, but enforced. What lines of failed
 * requests look like is unverified. A delete removes the files and leaves the record.
 */
public final class Zhipu {
  private static final String SITE = "https://open.bigmodel.cn/api/paas/v4";

  private static final ProviderLimits LIMITS =
      DialectProfile.oneModelLimits(50_000, 100, 6, Duration.ofHours(24), Duration.ofHours(24));

  private static final ProviderLimits FOR_EMBEDDINGS =
      LIMITS.toBuilder().maxRequests(10_000).build();

  private static final BodyRule SCHEMA =
      BodyRule.ignored(
          "response_format",
          "json_schema",
          "Zhipu ignores a JSON schema in \"response_format\" in a batch; describe the form in"
              + " the prompt");

  private static final DialectProfile PROFILE =
      new DialectProfile(
          "zhipu",
          EnumSet.of(METADATA, ENDPOINT, UPLOADED_INPUT),
          new CreateBatchParams().getEndpoint(),
          endpoint -> endpoint.endsWith("/embeddings") ? FOR_EMBEDDINGS : LIMITS,
          endpoint -> BodyRules.ofModels(DialectProfile.CONTENTS, SCHEMA),
          ZhipuErrors::classify,
          false);

  private Zhipu() {}

  /**
   * Builds a client with the key in {@code ZHIPUAI_API_KEY}, at {@code ZHIPUAI_BASE_URL} if that is
   * set; else {@code ZAI_API_KEY} and {@code ZAI_BASE_URL}. See {@link ClientBuilder#fromEnv()}.
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
    private boolean autoDelete;

    private Builder() {
      super(
          SITE,
          new Variables("ZHIPUAI_API_KEY", "ZHIPUAI_BASE_URL"),
          new Variables("ZAI_API_KEY", "ZAI_BASE_URL"));
    }

    /** Allows the provider to delete the uploaded input on its own; it is kept otherwise. */
    @CanIgnoreReturnValue
    public Builder autoDeleteInputFile() {
      autoDelete = true;
      return this;
    }

    @Override
    protected BatchClient client(Settings settings) {
      // Without it the provider deletes the input on its own, and it could not be submitted again.
      Map<String, Boolean> extras = Map.of("auto_delete_input_file", autoDelete);
      return new DialectAdapter(PROFILE, calls(DialectCalls.client(settings)), settings, extras)
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
