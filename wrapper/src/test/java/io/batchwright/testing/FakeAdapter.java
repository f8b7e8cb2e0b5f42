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
 * An adapter that answers what a test tells it to, and counts what it is asked. Thread-safe.
 *
 * <p>Left alone, its batches run for ever, and every cancel and delete works.
 */
public final class FakeAdapter implements ProviderAdapter {
  /** What can be asked. */
  public enum Call {
    CREATE,
    STATUS,
    LIST,
    CANCEL,
    DELETE
  }

  /** What to answer, or to throw. */
  @FunctionalInterface
  public interface Script<T> {
    /**
     * Answers one call.
     *
     * @param ref the batch
     * @param call which call of this kind it is, from 0
     */
    T answer(BatchRef ref, int call);
  }

  /** What to answer to a cancel: perhaps a status, perhaps nothing. */
  @FunctionalInterface
  public interface CancelScript {
    /** Answers one call; see {@link Script#answer}. */
    @Nullable BatchStatus answer(BatchRef ref, int call);
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

  /** Makes an adapter that nobody has asked anything. */
  public FakeAdapter() {
    for (Call call : Call.values()) {
      counts.put(call, new AtomicInteger());
    }
  }

  /** Returns a status of which only the state matters. */
  public static BatchStatus status(BatchRef ref, BatchState state) {
    return status(ref, state, null);
  }

  /** Returns a status with a hint when to poll again. */
  public static BatchStatus status(BatchRef ref, BatchState state, @Nullable Duration pollAfter) {
    return BatchStatus.builder(ref, state).rawState(state.name()).pollAfter(pollAfter).build();
  }

  /** Answers that the batch runs. */
  public BatchStatus running(BatchRef ref, int call) {
    return status(ref, BatchState.RUNNING);
  }

  /** Sets what status answers. */
  public void onStatus(Script<BatchStatus> script) {
    status = script;
  }

  /** Sets what lists answer to a cursor. */
  public void onList(Function<@Nullable String, BatchPage> pages) {
    list = pages;
  }

  /** Sets what lists give: these batches, in pages of this length. */
  public void onList(List<BatchRef> refs, int pageSize, Function<BatchRef, BatchStatus> answers) {
    onList(
        cursor -> {
          int from = cursor == null ? 0 : Integer.parseInt(cursor);
          int to = Math.min(from + pageSize, refs.size());
          List<BatchStatus> page = refs.subList(from, to).stream().map(answers).toList();
          return new BatchPage(page, to < refs.size() ? String.valueOf(to) : null, null);
        });
  }

  /** Sets what cancel answers. */
  public void onCancel(CancelScript script) {
    cancel = script;
  }

  /** Sets what delete answers. */
  public void onDelete(Script<Deleted> script) {
    delete = script;
  }

  /** Sets what it can do; everything if it is not set. */
  public void can(Set<Capability> what) {
    capabilities = what;
  }

  /** Gives how often it was asked so. */
  public int calls(Call call) {
    return count(call).get();
  }

  /** Says whether it was closed. */
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
    return script.answer(ref, count(call).getAndIncrement());
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
    cancel.answer(ref, count(Call.CANCEL).getAndIncrement());
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
