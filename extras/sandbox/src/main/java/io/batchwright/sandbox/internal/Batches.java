package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The batches of one provider. Thread-safe. */
public final class Batches<B extends Batch> {
  private final Settings settings;
  private final Spool spool;
  private final IdForm idForm;
  private final Ids ids;
  private final NavigableMap<Long, B> byNumber = new ConcurrentSkipListMap<>();
  private final AtomicLong drafts = new AtomicLong();
  private Script next = new Script();
  private int created;

  public Batches(Settings settings, Spool spool, IdForm idForm) {
    this.settings = settings;
    this.spool = spool;
    this.idForm = idForm;
    this.ids = new Ids(settings.seed());
  }

  public Ids names() {
    return ids;
  }

  /** Storage for the results of a batch that may still be refused. */
  public Draft draft() {
    return new Draft(spool, drafts.incrementAndGet());
  }

  /** Creates a batch of the type that the factory returns. */
  public B add(Draft draft, Function<Batch.Start, B> factory) throws IOException {
    return add(draft.store(), factory);
  }

  private synchronized B add(StoredResults results, Function<Batch.Start, B> factory) {
    long number = ++created;
    String id = ids.numbered(idForm, number);
    B batch = factory.apply(new Batch.Start(settings, number, id, settings.now(), results, next));
    next = new Script();
    byNumber.put(number, batch);
    return batch;
  }

  public @Nullable B find(String id) {
    return byNumber.get(ids.number(idForm, id));
  }

  /** The batch that was created as the nth, if it still exists. */
  public @Nullable B find(long number) {
    return byNumber.get(number);
  }

  /** Deletes a batch and returns whether it existed. */
  public boolean remove(Batch batch) {
    return byNumber.remove(batch.number(), batch);
  }

  /** Whether an id is valid in a page query: that of a batch that exists or existed. */
  public boolean knows(String id) {
    long number = ids.number(idForm, id);
    return number > 0 && number <= created();
  }

  /** The newest batches. */
  public Page<B> first(int limit) {
    return page(byNumber.descendingMap().values(), limit, false);
  }

  /** The batches next older than this one. */
  public Page<B> after(String id, int limit) {
    long number = ids.number(idForm, id);
    return page(byNumber.headMap(number, false).descendingMap().values(), limit, false);
  }

  /** The batches next newer than this one. */
  public Page<B> before(String id, int limit) {
    long number = ids.number(idForm, id);
    return page(byNumber.tailMap(number, false).values(), limit, true);
  }

  private Page<B> page(Collection<B> inOrder, int limit, boolean reverse) {
    List<B> batches = new ArrayList<>();
    boolean more = false;
    for (B batch : inOrder) {
      more = batches.size() == limit;
      if (more) break;
      batches.add(batch);
    }
    if (reverse) Collections.reverse(batches);
    return new Page<>(batches, more);
  }

  /** All batches, oldest first. */
  public Collection<B> all() {
    return Collections.unmodifiableCollection(byNumber.values());
  }

  synchronized int created() {
    return created;
  }

  synchronized Script scriptNext() {
    return next;
  }

  List<String> ids() {
    return byNumber.values().stream().map(Batch::id).toList();
  }
}
