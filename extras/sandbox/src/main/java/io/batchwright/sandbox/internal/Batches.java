package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The batches of one provider. Thread-safe. */
public final class Batches {
  private final Settings settings;
  private final Spool spool;
  private final String idPrefix;
  private final Ids ids;
  private final NavigableMap<Long, Batch> byNumber = new ConcurrentSkipListMap<>();
  private final AtomicLong drafts = new AtomicLong();
  private Script next = new Script();
  private int created;

  Batches(Settings settings, Spool spool, String idPrefix) {
    this.settings = settings;
    this.spool = spool;
    this.idPrefix = idPrefix;
    this.ids = new Ids(settings.seed());
  }

  public Ids names() {
    return ids;
  }

  /** Room for the answers of a batch that may yet be refused. */
  public Draft draft() {
    return new Draft(spool, drafts.incrementAndGet());
  }

  /** Makes the batch. */
  public Batch add(Draft draft) throws IOException {
    return add(draft.store());
  }

  private synchronized Batch add(Answers answers) {
    long number = ++created;
    String id = ids.batchId(idPrefix, number);
    Batch batch = new Batch(settings, number, id, settings.now(), answers, next);
    next = new Script();
    byNumber.put(number, batch);
    return batch;
  }

  public @Nullable Batch find(String id) {
    Batch batch = byNumber.get(ids.number(idPrefix, id));
    return batch != null && batch.id().equals(id) ? batch : null;
  }

  /** Removes a batch and says whether it was still there. */
  public boolean remove(Batch batch) {
    return byNumber.remove(batch.number(), batch);
  }

  /** Whether an id may stand in a query for a page: that of a batch that is here or was. */
  public boolean knows(String id) {
    long number = ids.number(idPrefix, id);
    return number > 0 && number <= created();
  }

  /** The newest batches. */
  public Page first(int limit) {
    return page(byNumber.descendingMap().values(), limit, false);
  }

  /** The batches next older than this one. */
  public Page after(String id, int limit) {
    long number = ids.number(idPrefix, id);
    return page(byNumber.headMap(number, false).descendingMap().values(), limit, false);
  }

  /** The batches next newer than this one. */
  public Page before(String id, int limit) {
    long number = ids.number(idPrefix, id);
    return page(byNumber.tailMap(number, false).values(), limit, true);
  }

  private static Page page(Collection<Batch> inOrder, int limit, boolean reverse) {
    List<Batch> batches = new ArrayList<>();
    boolean more = false;
    for (Batch batch : inOrder) {
      more = batches.size() == limit;
      if (more) break;
      batches.add(batch);
    }
    if (reverse) Collections.reverse(batches);
    return new Page(batches, more);
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
