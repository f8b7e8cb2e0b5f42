package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.BatchScript;
import io.batchwright.sandbox.Position;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How one batch departs from a normal run. */
public final class Script implements BatchScript {
  /** Switches without a parameter. */
  public enum Trait {
    STUCK,
    FAIL_BATCH,
    EXPIRE_ALL,
    UNKNOWN_FIELDS,
    CRLF,
    NO_FINAL_NEWLINE,
    RESHUFFLE,
    EMPTY_FILE_IDS,
    EVERYTHING_IN_ONE_FILE,
    GZIP,
    WITHOUT_KEYS,
    FLAT_RESPONSES,
    RESPONSES_UNDER_OUTPUT,
    STATUS_FOR_ERROR,
    LOSE_WORK_ON_CANCEL
  }

  private final Set<Trait> traits = ConcurrentHashMap.newKeySet();
  private final Set<Position> badLines = ConcurrentHashMap.newKeySet();
  private final Set<String> expired = ConcurrentHashMap.newKeySet();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final Set<String> repeated = ConcurrentHashMap.newKeySet();
  private final Set<String> dropped = ConcurrentHashMap.newKeySet();
  private final Set<String> withoutId = ConcurrentHashMap.newKeySet();
  private final List<String> unknownIds = new CopyOnWriteArrayList<>();
  private final List<String> rawLines = new CopyOnWriteArrayList<>();
  private final AtomicInteger withheldReads = new AtomicInteger();
  private volatile @Nullable String status;
  private volatile Duration resultsDelay = Duration.ZERO;

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  boolean hasBadLine(Position position) {
    return badLines.contains(position);
  }

  /** Whether outcomes depend on the custom ids; if so, each request costs a read. */
  boolean dependsOnIds() {
    return !expired.isEmpty() || !failed.isEmpty();
  }

  boolean expires(String customId) {
    return expired.contains(customId);
  }

  boolean fails(String customId) {
    return failed.contains(customId);
  }

  /** How often the line of this request is sent. */
  int copies(String customId) {
    if (dropped.contains(customId)) return 0;
    return repeated.contains(customId) ? 2 : 1;
  }

  boolean hidesId(String customId) {
    return withoutId.contains(customId);
  }

  Duration resultsDelay() {
    return resultsDelay;
  }

  List<String> unknownIds() {
    return unknownIds;
  }

  List<String> rawLines() {
    return rawLines;
  }

  /** The scripted status, or the usual one. */
  public String statusOr(String usual) {
    String scripted = status;
    return scripted == null ? usual : scripted;
  }

  @Override
  public BatchScript stuck() {
    return trait(Trait.STUCK);
  }

  @Override
  public BatchScript failBatch() {
    return trait(Trait.FAIL_BATCH);
  }

  @Override
  public BatchScript expireAll() {
    return trait(Trait.EXPIRE_ALL);
  }

  @Override
  public BatchScript expire(String... customIds) {
    return addTo(expired, customIds);
  }

  @Override
  public BatchScript fail(String... customIds) {
    return addTo(failed, customIds);
  }

  @Override
  public BatchScript status(String status) {
    this.status = status;
    return this;
  }

  @Override
  public BatchScript unknownFields() {
    return trait(Trait.UNKNOWN_FIELDS);
  }

  @Override
  public BatchScript badLine(Position position) {
    badLines.add(position);
    return this;
  }

  @Override
  public BatchScript crlf() {
    return trait(Trait.CRLF);
  }

  @Override
  public BatchScript noFinalNewline() {
    return trait(Trait.NO_FINAL_NEWLINE);
  }

  @Override
  public BatchScript repeatLine(String... customIds) {
    return addTo(repeated, customIds);
  }

  @Override
  public BatchScript dropLine(String... customIds) {
    return addTo(dropped, customIds);
  }

  @Override
  public BatchScript withoutCustomId(String... customIds) {
    return addTo(withoutId, customIds);
  }

  @Override
  public BatchScript resultsAfter(Duration delay) {
    resultsDelay = delay;
    return this;
  }

  @Override
  public BatchScript loseWorkOnCancel() {
    return trait(Trait.LOSE_WORK_ON_CANCEL);
  }

  @Override
  public BatchScript unknownIdLine(String customId) {
    unknownIds.add(customId);
    return this;
  }

  @Override
  public BatchScript rawLine(String line) {
    rawLines.add(line);
    return this;
  }

  /** Whether this read of the ended batch reports no files; each call counts as one read. */
  public boolean withholdsFiles() {
    return withheldReads.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  @Override
  public BatchScript emptyFileIds() {
    return trait(Trait.EMPTY_FILE_IDS);
  }

  @Override
  public BatchScript withholdFiles(int reads) {
    withheldReads.set(reads);
    return this;
  }

  @Override
  public BatchScript everythingInOneFile() {
    return trait(Trait.EVERYTHING_IN_ONE_FILE);
  }

  @Override
  public BatchScript reshuffle() {
    return trait(Trait.RESHUFFLE);
  }

  @Override
  public BatchScript gzip() {
    return trait(Trait.GZIP);
  }

  @Override
  public BatchScript withoutKeys() {
    return trait(Trait.WITHOUT_KEYS);
  }

  @Override
  public BatchScript flatResponses() {
    return trait(Trait.FLAT_RESPONSES);
  }

  @Override
  public BatchScript responsesUnderOutput() {
    return trait(Trait.RESPONSES_UNDER_OUTPUT);
  }

  @Override
  public BatchScript statusForError() {
    return trait(Trait.STATUS_FOR_ERROR);
  }

  private BatchScript trait(Trait trait) {
    traits.add(trait);
    return this;
  }

  private BatchScript addTo(Set<String> ids, String... customIds) {
    ids.addAll(List.of(customIds));
    return this;
  }
}
