package io.batchwright.testing;

import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.Capability;
import io.batchwright.Deleted;
import io.batchwright.ListOptions;
import io.batchwright.ProviderLimits;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitOptions;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.internal.client.SubmitMatch;
import io.batchwright.internal.requests.BodyRules;
import io.batchwright.internal.requests.CheckedRequests;
import io.batchwright.internal.requests.RequestFormat;
import io.batchwright.internal.requests.RequestFormat.Frame;
import io.batchwright.internal.results.ResultSource;
import io.batchwright.internal.wait.BatchPage;
import io.batchwright.internal.wait.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A scripted adapter that counts its calls. Thread-safe.
 *
 * <p>By default, its batches run for ever, and every cancel and delete succeeds.
 */
public final class FakeAdapter implements ProviderAdapter {
  /** The kinds of calls. */
  public enum Call {
    CREATE,
    STATUS,
    LIST,
    CANCEL,
    DELETE
  }

  /** Returns the response, or throws. */
  @FunctionalInterface
  public interface Script<T> {
    /**
     * Responds to one call.
     *
     * @param ref the batch
     * @param call the number of the call of this kind, from 0
     */
    T respond(BatchRef ref, int call);
  }

  /** Responds to a cancel, with or without a status. */
  @FunctionalInterface
  public interface CancelScript {
    /** Responds to one call; see {@link Script#respond}. */
    @Nullable BatchStatus respond(BatchRef ref, int call);
  }

  private final Map<Call, AtomicInteger> counts = new EnumMap<>(Call.class);
  private volatile Script<BatchStatus> status = this::running;
  private volatile CancelScript cancel = (ref, call) -> status(ref, BatchState.CANCELLING);
  private volatile Script<Deleted> delete =
      (ref, call) -> new Deleted(ref, List.of(ref.id()), List.of(), false);
  private volatile Function<@Nullable String, BatchPage> list =
      cursor -> new BatchPage(List.of(), null, null);
  private volatile Set<Capability> capabilities = EnumSet.allOf(Capability.class);
  private volatile boolean closed;

  /** Creates an adapter without calls. */
  public FakeAdapter() {
    for (Call call : Call.values()) {
      counts.put(call, new AtomicInteger());
    }
  }

  /** Returns a status with only a state. */
  public static BatchStatus status(BatchRef ref, BatchState state) {
    return status(ref, state, null);
  }

  /** Returns a status with a poll hint. */
  public static BatchStatus status(BatchRef ref, BatchState state, @Nullable Duration pollAfter) {
    return BatchStatus.builder(ref, state).rawState(state.name()).pollAfter(pollAfter).build();
  }

  /** Responds that the batch is running. */
  public BatchStatus running(BatchRef ref, int call) {
    return status(ref, BatchState.RUNNING);
  }

  /** Sets the response to status. */
  public void onStatus(Script<BatchStatus> script) {
    status = script;
  }

  /** Sets the responses to list by cursor. */
  public void onList(Function<@Nullable String, BatchPage> pages) {
    list = pages;
  }

  /** Sets the response to list: these batches, in pages of this size. */
  public void onList(List<BatchRef> refs, int pageSize, Function<BatchRef, BatchStatus> responses) {
    onList(
        cursor -> {
          int from = cursor == null ? 0 : Integer.parseInt(cursor);
          int to = Math.min(from + pageSize, refs.size());
          List<BatchStatus> page = refs.subList(from, to).stream().map(responses).toList();
          return new BatchPage(page, to < refs.size() ? String.valueOf(to) : null, null);
        });
  }

  /** Sets the response to cancel. */
  public void onCancel(CancelScript script) {
    cancel = script;
  }

  /** Sets the response to delete. */
  public void onDelete(Script<Deleted> script) {
    delete = script;
  }

  /** Sets the capabilities; by default all. */
  public void can(Set<Capability> what) {
    capabilities = what;
  }

  /** Returns the number of calls of a kind. */
  public int calls(Call call) {
    return count(call).get();
  }

  /** Whether it was closed. */
  public boolean closed() {
    return closed;
  }

  private AtomicInteger count(Call call) {
    AtomicInteger count = counts.get(call);
    if (count == null) {
      throw new IllegalStateException("Not counted: " + call);
    }
    return count;
  }

  private <T> T play(Call call, Script<T> script, BatchRef ref) {
    return script.respond(ref, count(call).getAndIncrement());
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public BatchRef ref(String id) {
    return new BatchRef("fake", id, null);
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public ProviderLimits limits(SubmitOptions options) {
    return ProviderLimits.builder()
        .maxRequests(1000)
        .maxBytes(1_000_000)
        .customId(Pattern.compile(".{1,64}"), "short")
        .oneModel(false)
        .windows(Duration.ofHours(1), Duration.ofHours(24))
        .build();
  }

  @Override
  public RequestFormat requestFormat(SubmitOptions options) {
    return new RequestFormat(
        List.of(RequestFormat.OWN),
        BodyRules.NONE,
        null,
        null,
        new Frame("[{\"id\":", ",\"body\":", "},{\"id\":", "}]"));
  }

  @Override
  public BatchStatus create(
      CheckedRequests requests, SubmitOptions options, SubmitAttempt attempt, Clock clock) {
    return create();
  }

  @Override
  public BatchStatus create(
      String fileId, SubmitOptions options, SubmitAttempt attempt, Clock clock) {
    return create();
  }

  private BatchStatus create() {
    return play(
        Call.CREATE,
        (ref, call) -> status(this.ref("made-" + call), BatchState.RUNNING),
        ref("none"));
  }

  @Override
  public BatchStatus status(BatchRef ref) {
    return play(Call.STATUS, status, ref);
  }

  @Override
  public BatchPage list(ListOptions options, @Nullable String cursor) {
    return play(Call.LIST, (ref, call) -> list.apply(cursor), ref("none"));
  }

  @Override
  public SubmitMatch match(SubmitAttempt attempt, BatchStatus candidate) {
    return SubmitMatch.NONE;
  }

  @Override
  public void cancel(BatchRef ref) {
    cancel.respond(ref, count(Call.CANCEL).getAndIncrement());
  }

  @Override
  public Deleted delete(BatchRef ref) {
    return play(Call.DELETE, delete, ref);
  }

  @Override
  public ResultSource results(BatchRef ref) {
    throw Refused.with(404);
  }

  @Override
  public void close() {
    closed = true;
  }
}
