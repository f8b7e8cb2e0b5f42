package io.batchwright.anthropic;

import com.google.gson.JsonObject;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.Capability;
import io.batchwright.Deleted;
import io.batchwright.ListOptions;
import io.batchwright.ProviderLimits;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitOptions;
import io.batchwright.client.anthropic.model.MessageBatch;
import io.batchwright.client.anthropic.model.MessageBatchPage;
import io.batchwright.internal.client.HttpAdapter;
import io.batchwright.internal.client.SubmitMatch;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ResultCall;
import io.batchwright.internal.http.SubmitCalls;
import io.batchwright.internal.http.TextResponse;
import io.batchwright.internal.json.JsonValues;
import io.batchwright.internal.requests.CheckedRequests;
import io.batchwright.internal.requests.RequestFormat;
import io.batchwright.internal.requests.RequestFormat.Frame;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import io.batchwright.internal.results.ResultSource;
import io.batchwright.internal.wait.BatchPage;
import io.batchwright.internal.wait.Clock;
import io.batchwright.providers.ClientBuilder.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks Message Batches. Thread-safe. */
final class AnthropicAdapter extends HttpAdapter<MessageBatch> {
  static final String NAME = "anthropic";

  /** From the guide "Batch processing" and the reference of the create call. */
  private static final ProviderLimits LIMITS =
      ProviderLimits.builder()
          .maxRequests(100_000)
          .maxBytes(256L * 1000 * 1000)
          .customId(
              Pattern.compile("[a-zA-Z0-9_-]{1,64}"),
              "1 to 64 of the characters A-Z, a-z, 0-9, _ and -")
          .build();

  private static final int LONGEST_PAGE = 1000;

  private static final List<LineKind> KINDS =
      List.of(RequestFormat.OWN, new LineKind("custom_id", "params", Map.of()));

  private static final Frame FRAME =
      new Frame("{\"requests\":[{\"custom_id\":", ",\"params\":", "},{\"custom_id\":", "}]}");

  private final AnthropicCalls calls;

  AnthropicAdapter(AnthropicCalls calls, Settings settings, Consumer<String> setKey) {
    super(
        NAME,
        settings,
        setKey,
        new AnthropicErrors(),
        MessageBatch.class,
        MessageBatch::getId,
        AnthropicStatus::of);
    this.calls = calls;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.LIST_BEFORE);
  }

  @Override
  public ProviderLimits limits(SubmitOptions options) {
    return settings.limitsOr(LIMITS);
  }

  @Override
  public RequestFormat requestFormat(SubmitOptions options) {
    return new RequestFormat(
        KINDS, AnthropicRules.of(calls.version()), settings.bodyMapper(), null, FRAME);
  }

  @Override
  public BatchStatus create(
      CheckedRequests requests, SubmitOptions options, SubmitAttempt attempt, Clock clock) {
    return new SubmitCalls(transport, attempt, clock::now)
        .create(calls.create(), requests, statuses::one);
  }

  @Override
  public BatchStatus status(BatchRef ref) {
    return transport.read(ApiCall.RETRIEVE, calls.retrieve(ref.id()), statuses::one);
  }

  @Override
  public BatchPage list(ListOptions options, @Nullable String cursor) {
    boolean newer = options.before() != null;
    String bound = cursor != null ? cursor : newer ? options.before() : options.after();
    int limit = Math.min(options.limit(), LONGEST_PAGE);
    return transport.read(
        ApiCall.LIST,
        calls.list(limit, newer ? null : bound, newer ? bound : null),
        response -> {
          MessageBatchPage page = response.as(MessageBatchPage.class);
          String next = JsonValues.first(newer ? page.getFirstId() : page.getLastId());
          return new BatchPage(
              statuses.listed(page.getData()),
              Boolean.TRUE.equals(page.getHasMore()) ? next : null,
              response.time());
        });
  }

  @Override
  public SubmitMatch match(SubmitAttempt attempt, BatchStatus status) {
    return status.counts().total() == attempt.requests() ? SubmitMatch.POSSIBLE : SubmitMatch.NONE;
  }

  @Override
  public void cancel(BatchRef ref) {
    BatchStatus unused = transport.change(ApiCall.CANCEL, calls.cancel(ref.id()), statuses::one);
  }

  @Override
  public Deleted delete(BatchRef ref) {
    // A proxy's page is no proof that anything was deleted.
    JsonObject unused =
        transport.change(ApiCall.DELETE, calls.delete(ref.id()), TextResponse::json);
    return new Deleted(ref, List.of(ref.id()), List.of(), false);
  }

  /**
   * The path is built here; the {@code results_url} of an answer could name any host, and is not
   * followed.
   */
  @Override
  public ResultSource results(BatchRef ref) {
    return new ResultSource(
        List.of(new ResultCall(transport, ApiCall.READ_RESULTS, calls.results(ref.id()))),
        AnthropicLines::new);
  }
}
