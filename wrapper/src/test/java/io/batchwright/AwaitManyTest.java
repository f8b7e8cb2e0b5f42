package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static io.batchwright.testing.FakeClient.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.BatchPage;
import io.batchwright.internal.wait.Events;
import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few calls serve many waits, and no wait is delayed by another. */
class AwaitManyTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

  private final FakeClient fake = new FakeClient();

  @AfterEach
  void close() {
    fake.close();
  }

  private List<BatchRef> refs(int count) {
    return IntStream.range(0, count).mapToObj(i -> fake.provider().ref("b" + i)).toList();
  }

  private List<CompletableFuture<BatchStatus>> await(List<BatchRef> refs, AwaitOptions options) {
    List<CompletableFuture<BatchStatus>> waits = new ArrayList<>();
    refs.forEach(ref -> waits.add(fake.client().open(ref).awaitAsync(options)));
    return waits;
  }

  private List<CompletableFuture<BatchStatus>> await(List<BatchRef> refs) {
    return await(refs, within(Duration.ofHours(5)));
  }

  private int statuses() {
    return fake.provider().calls(Call.STATUS);
  }

  private int lists() {
    return fake.provider().calls(Call.LIST);
  }

  private static BatchStatus running(BatchRef ref) {
    return status(ref, BatchState.RUNNING);
  }

  @Test
  void whatIsDueTogetherIsReadFromTheList() {
    List<BatchRef> refs = refs(300);
    fake.provider().onList(refs, 100, AwaitManyTest::running);
    await(refs);
    fake.timer().advance(Duration.ofSeconds(9));
    // The first few are polled at once, the others together.
    assertThat(statuses()).isEqualTo(11);
    assertThat(lists()).isEqualTo(3);

    fake.timer().advance(Duration.ofHours(1));
    int rounds = 3600 / 60 + 5;
    assertThat(lists()).isLessThanOrEqualTo(4 * rounds);
    assertThat(statuses()).isLessThan(12);
  }

  @Test
  void theEndOfABatchIsSeenInTheList() {
    List<BatchRef> refs = refs(50);
    fake.provider().onList(refs, 100, ref -> status(ref, BatchState.SUCCEEDED));
    List<CompletableFuture<BatchStatus>> waits = await(refs);
    fake.timer().advance(Duration.ofMinutes(1));

    assertThat(waits)
        .allSatisfy(wait -> assertThat(wait.join().state()).isEqualTo(BatchState.SUCCEEDED));
    assertThat(lists()).isOne();
    assertThat(statuses()).isEqualTo(11);
    assertThat(fake.timer().pending()).isZero();
  }

  @Test
  void onePageServesSeveralWaitsForOneBatch() {
    List<BatchRef> same = List.of(fake.provider().ref("b"), fake.provider().ref("b"));
    fake.provider().onList(refs(0), 100, AwaitManyTest::running);
    fake.provider().onList(cursor -> new BatchPage(List.of(running(same.get(0))), null, null));
    await(same);
    fake.timer().advance(Duration.ofSeconds(11));

    assertThat(lists()).isOne();
    assertThat(statuses()).isEqualTo(2);
    assertThat(fake.events()).hasSize(4);
  }

  @Test
  void aListWithoutAnyOfThemCostsOneCallAndRests() {
    fake.provider().onList(cursor -> new BatchPage(List.of(running(refs(1).get(0))), "more", null));
    await(refs(4).subList(1, 4));
    fake.timer().advance(Duration.ofSeconds(10));
    assertThat(lists()).isOne();
    assertThat(statuses()).isEqualTo(6);

    fake.timer().advance(Duration.ofMinutes(4));
    assertThat(lists()).isOne();
    fake.timer().advance(Duration.ofMinutes(2));
    assertThat(lists()).isEqualTo(2);
  }

  @Test
  void aListWithNoneOfThemIsReadAgainForMore() {
    List<BatchRef> refs = refs(1000);
    fake.provider().onList(refs, 100, AwaitManyTest::running);
    await(refs.subList(970, 1000)); // the oldest first, which are not on the first page
    fake.timer().advance(Duration.ofSeconds(5));
    assertThat(lists()).isOne();
    fake.timer().advance(Duration.ofMinutes(2));
    assertThat(lists()).isOne();

    await(refs.subList(0, 970));
    fake.timer().advance(Duration.ofSeconds(2));
    assertThat(lists()).isEqualTo(1 + 10);
    int before = statuses();
    fake.timer().advance(Duration.ofHours(1));
    assertThat(statuses()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 20, 60})
  void aRoundCostsAtMostOneCallMoreThanItHasBatches(int mine) {
    // One batch of fifty is awaited, and a page has ten: listing does not pay.
    List<BatchRef> all = refs(mine * 50);
    List<BatchRef> waited = IntStream.range(0, mine).mapToObj(i -> all.get(i * 50)).toList();
    fake.provider().onList(all, 10, AwaitManyTest::running);
    await(
        waited,
        AwaitOptions.within(Duration.ofHours(2))
            .withSchedule(PollSchedule.every(Duration.ofMinutes(1))));
    fake.timer().advance(Duration.ofSeconds(59));
    int before = statuses() + lists();
    fake.timer().advance(Duration.ofMinutes(1));

    assertThat(statuses() + lists() - before).isLessThanOrEqualTo(mine + 2);
  }

  /** A batch that is older the higher its number is. */
  private static BatchStatus aged(BatchRef ref) {
    Instant created = CREATED.minusSeconds(Long.parseLong(ref.id().substring(1)));
    return BatchStatus.builder(ref, BatchState.RUNNING).createdAt(created).build();
  }

  @Test
  void noPageIsReadForOneBatchThatIsLeft() {
    List<BatchRef> refs = refs(60);
    List<BatchRef> listed = new ArrayList<>(refs);
    listed.remove(5);
    fake.script((ref, call) -> aged(ref));
    fake.provider().onList(listed, 10, AwaitManyTest::aged);
    await(refs.subList(0, 9));
    fake.timer().advance(Duration.ofSeconds(10));

    // One page has eight of the nine; polling the ninth costs no more than another page.
    assertThat(lists()).isEqualTo(1);
    assertThat(statuses()).isEqualTo(9 + 1);
  }

  @Test
  void aListThatFailsLeavesEveryWaitAsItIs() {
    fake.provider()
        .onList(
            cursor -> {
              throw Refused.with(403);
            });
    await(refs(3));
    fake.timer().advance(Duration.ofMinutes(4));

    assertThat(lists()).isOne();
    assertThat(statuses()).isGreaterThan(15);
    assertThat(fake.events()).noneMatch(event -> event.startsWith("failed"));
  }

  @Test
  void aHintIsAFloorAlsoForThoseThatAreDueALittleLater() {
    fake.script(
        (ref, call) ->
            status(
                ref, BatchState.RUNNING, ref.id().equals("b0") ? null : Duration.ofMillis(10_500)));
    await(refs(3));
    fake.timer().advance(Duration.ofSeconds(10));
    assertThat(statuses()).isEqualTo(4);
    fake.timer().advance(Duration.ofMillis(500));
    assertThat(statuses()).isEqualTo(6);
  }

  @Test
  void aListResponseDoesNotMoveTheLastPoll() {
    fake.script((ref, call) -> running(ref));
    List<BatchRef> refs = refs(3);
    fake.provider().onList(refs, 100, AwaitManyTest::running);
    CompletableFuture<BatchStatus> first =
        fake.client().open(refs.get(0)).awaitAsync(within(Duration.ofSeconds(40)));
    fake.timer().advance(Duration.ofSeconds(26));
    await(refs.subList(1, 3));
    fake.timer().advance(Duration.ofSeconds(11));
    assertThat(lists()).isOne();
    fake.script((ref, call) -> status(ref, BatchState.SUCCEEDED));
    fake.timer().advance(Duration.ofSeconds(3));

    assertThat(first).isCompletedWithValueMatching(end -> end.state() == BatchState.SUCCEEDED);
  }

  @Test
  void aHintAppliesEvenAfterAListResponse() {
    List<BatchRef> refs = refs(3);
    List<Double> polled = new ArrayList<>();
    fake.script(
        (ref, call) -> {
          boolean hinted = ref.id().equals("b0");
          if (hinted) {
            polled.add(fake.timer().nanos() / 1e9);
          }
          return status(ref, BatchState.RUNNING, hinted ? Duration.ofMinutes(2) : null);
        });
    fake.provider().onList(refs, 100, AwaitManyTest::running);
    await(refs);
    fake.timer().advance(Duration.ofSeconds(119));
    assertThat(polled).containsExactly(0.0);
    assertThat(fake.events()).filteredOn(event -> event.contains(" b0 ")).hasSizeGreaterThan(2);
  }

  @Test
  void aRateLimitSlowsAllWaits() {
    fake.provider().onList(cursor -> new BatchPage(List.of(), null, null));
    fake.script(
        (ref, call) -> {
          if (call == 3) {
            throw Refused.with(429, Duration.ofMinutes(2));
          }
          return running(ref);
        });
    await(refs(3));
    fake.timer().advance(Duration.ofSeconds(11));
    // Of the three that were due, only the one that was refused was polled.
    assertThat(statuses()).isEqualTo(4);
    assertThat(fake.events()).filteredOn(event -> event.startsWith("failed")).hasSize(1);

    fake.timer().advance(Duration.ofSeconds(118));
    assertThat(statuses()).isEqualTo(4);
    fake.timer().advance(Duration.ofSeconds(2));
    assertThat(statuses()).isEqualTo(7);
  }

  @Test
  void aRateLimitOfTheListSlowsAllWaitsToo() {
    fake.provider()
        .onList(
            cursor -> {
              throw Refused.with(429, Duration.ofMinutes(2));
            });
    await(refs(3));
    fake.timer().advance(Duration.ofSeconds(129));
    assertThat(lists()).isOne();
    assertThat(statuses()).isEqualTo(3);

    fake.timer().advance(Duration.ofSeconds(2));
    assertThat(statuses()).isEqualTo(6);
    assertThat(fake.events()).noneMatch(event -> event.startsWith("failed"));
  }

  @Test
  void aRateLimitOfTheListAloneStarvesNoWait() {
    fake.provider()
        .onList(
            cursor -> {
              throw Refused.with(429, Duration.ofMinutes(1));
            });
    await(refs(2));
    for (int i = 0; i < 20; i++) {
      fake.timer().advance(Duration.ofSeconds(30));
      await(List.of(fake.provider().ref("new" + i)));
    }

    // Every other round polls, however many waits begin in between.
    assertThat(fake.events())
        .filteredOn("polled b0 RUNNING"::equals)
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(lists()).isLessThanOrEqualTo(10);
  }

  @Test
  void aListWhosePagesServeTooFewOfTheWaitsIsNotReadOn() {
    List<BatchRef> refs = refs(40);
    fake.provider().onList(refs, 10, AwaitManyTest::running);
    await(refs.subList(0, 38), within(Duration.ofHours(5)).withSchedule(PollSchedule.every(HOUR)));
    await(refs.subList(38, 40));
    fake.timer().advance(Duration.ofSeconds(5));
    int lists = lists();
    int statuses = statuses();
    fake.timer().advance(Duration.ofSeconds(6));

    // Two are due, and a page has ten of the forty: listing does not pay.
    assertThat(lists() - lists).isOne();
    assertThat(statuses() - statuses).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 10_000})
  void manyWaitsNeedAboutOneCallPerHundred(int count) {
    FakeAdapter provider = new FakeAdapter();
    VirtualClock timer = new VirtualClock();
    AtomicInteger responses = new AtomicInteger();
    BatchListener counting =
        new BatchListener() {
          @Override
          public void polled(BatchStatus status) {
            responses.incrementAndGet();
          }
        };
    List<BatchRef> refs = refs(count);
    provider.onList(refs, 100, AwaitManyTest::running);
    try (BatchClient client =
        new AdapterClient(provider, new Events(counting, Runnable::run, Runnable::run), timer)) {
      List<CompletableFuture<BatchStatus>> waits = new ArrayList<>();
      refs.forEach(
          ref -> waits.add(client.open(ref).awaitAsync(AwaitOptions.within(Duration.ofHours(5)))));
      timer.advance(Duration.ofMinutes(10));
      int calls = provider.calls(Call.STATUS) + provider.calls(Call.LIST);
      responses.set(0);
      timer.advance(Duration.ofMinutes(20));
      calls = provider.calls(Call.STATUS) + provider.calls(Call.LIST) - calls;

      // A round serves every wait; with single polls, each would be served once a minute.
      double rounds = responses.get() / (double) count;
      assertThat(rounds).isGreaterThan(16);
      assertThat(calls / rounds).isLessThanOrEqualTo(count / 90.0 + 1);
      assertThat(waits).noneMatch(CompletableFuture::isDone);
    }
  }
}
