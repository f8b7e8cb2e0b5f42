package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static io.batchwright.testing.FakeClient.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwaitPollingTest {
  private final FakeClient fake = new FakeClient();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void pollsTenThousandTimesWithoutStackGrowth() {
    Set<Long> depths = new HashSet<>();
    fake.script(
        (ref, call) -> {
          if (call > 0) { // the first poll runs on the caller's own stack
            depths.add(StackWalker.getInstance().walk(frames -> frames.count()));
          }
          return status(ref, call < 9_999 ? BatchState.RUNNING : BatchState.SUCCEEDED);
        });
    CompletableFuture<BatchStatus> wait =
        fake.open("b")
            .awaitAsync(
                AwaitOptions.within(Duration.ofDays(2))
                    .withSchedule(PollSchedule.every(Duration.ofSeconds(10))));
    fake.timer().advance(Duration.ofDays(2));

    assertThat(wait).isCompletedWithValueMatching(end -> end.state() == BatchState.SUCCEEDED);
    assertThat(fake.provider().calls(Call.STATUS)).isEqualTo(10_000);
    assertThat(depths).hasSize(1);
  }

  @Test
  void pausesGrowFromTenToSixtySeconds() {
    var wait = fake.open("b").awaitAsync(within(Duration.ofHours(1)));
    fake.timer().advance(Duration.ofMinutes(5));

    assertThat(fake.polls())
        .containsExactly(0.0, 10.0, 25.0, 47.5, 81.25, 131.875, 191.875, 251.875);
    assertThat(wait).isNotDone();
  }

  @Test
  void pausesOfTheDefaultScheduleStayWithinTheirJitter() {
    var wait = fake.open("b").awaitAsync(AwaitOptions.within(Duration.ofHours(1)));
    fake.timer().advance(Duration.ofMinutes(30));

    List<Double> pauses = new ArrayList<>();
    for (int i = 1; i < fake.polls().size(); i++) {
      pauses.add(fake.polls().get(i) - fake.polls().get(i - 1));
    }
    assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(8.0, 72.0));
    assertThat(pauses.get(0)).isBetween(8.0, 12.0);
    assertThat(pauses.subList(5, pauses.size()))
        .allSatisfy(pause -> assertThat(pause).isBetween(48.0, 72.0));
    assertThat(wait).isNotDone();
  }

  @Test
  void hintOfTheServerIsAFloorUnderThePause() {
    fake.script(
        (ref, call) ->
            status(
                ref,
                BatchState.RUNNING,
                switch (call) {
                  case 0 -> Duration.ofSeconds(90);
                  case 1 -> Duration.ofSeconds(3);
                  default -> null;
                }));
    var wait = fake.open("b").awaitAsync(within(Duration.ofHours(1)));
    fake.timer().advance(Duration.ofMinutes(3));

    assertThat(fake.polls()).containsExactly(0.0, 90.0, 105.0, 127.5, 161.25);
    assertThat(wait).isNotDone();
  }

  @Test
  void aWaitThatIsWokenPollsAtOnce() {
    var wait = fake.open("b").awaitAsync(within(Duration.ofHours(1)));
    var other = fake.open("c").awaitAsync(within(Duration.ofHours(1)));
    fake.timer().advance(Duration.ofSeconds(12));
    int polls = fake.polls().size();
    fake.script((ref, call) -> status(ref, BatchState.SUCCEEDED));
    fake.client().wake(fake.provider().ref("b"));
    fake.client().wake(fake.provider().ref("unknown"));
    fake.timer().advance(Duration.ofSeconds(1));

    assertThat(wait).isCompleted();
    assertThat(other).isNotDone();
    assertThat(fake.polls()).hasSize(polls + 1).endsWith(12.0);
  }

  @Test
  void aWaitThatIsWokenDuringItsPollPollsAgain() {
    fake.script(
        (ref, call) -> {
          if (call == 0) {
            fake.client().wake(ref);
          }
          return status(ref, BatchState.RUNNING);
        });
    var wait = fake.open("b").awaitAsync(Duration.ofHours(1));
    fake.timer().advance(Duration.ofSeconds(5));

    assertThat(fake.polls()).hasSize(2);
    assertThat(wait).isNotDone();
  }

  @Test
  void aWokenWaitHonorsTheHintOfTheProvider() {
    fake.script((ref, call) -> status(ref, BatchState.RUNNING, Duration.ofSeconds(30)));
    var wait = fake.open("b").awaitAsync(within(Duration.ofHours(1)));
    fake.timer().advance(Duration.ofSeconds(10));
    fake.client().wake(fake.provider().ref("b"));
    fake.timer().advance(Duration.ofSeconds(25));

    assertThat(fake.polls()).containsExactly(0.0, 30.0);
    assertThat(wait).isNotDone();
  }

  @Test
  void retryAfterOfARateLimitIsAFloorToo() {
    fake.script(
        (ref, call) -> {
          if (call == 0) {
            throw Refused.with(429, Duration.ofSeconds(200));
          }
          return status(ref, BatchState.RUNNING);
        });
    var wait = fake.open("b").awaitAsync(within(Duration.ofHours(1)));
    fake.timer().advance(Duration.ofSeconds(220));

    assertThat(fake.polls()).containsExactly(0.0, 200.0, 215.0);
    assertThat(wait).isNotDone();
  }

  @ParameterizedTest
  @EnumSource(
      value = BatchState.class,
      names = {"SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED"})
  void everyTerminalStateIsReturnedAndNotThrown(BatchState end) throws InterruptedException {
    fake.script((ref, call) -> status(ref, end));

    assertThat(fake.open("b").await(Duration.ofHours(1)).state()).isEqualTo(end);
    assertThat(fake.timer().pending()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = BatchState.class,
      names = {"SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyOtherStateIsPolledAgainIncludingUnknownOnes(BatchState state) {
    fake.script((ref, call) -> status(ref, call < 5 ? state : BatchState.SUCCEEDED));
    var wait = fake.open("b").awaitAsync(within(Duration.ofHours(1)));
    fake.timer().advance(Duration.ofMinutes(10));

    assertThat(wait).isCompletedWithValueMatching(end -> end.state() == BatchState.SUCCEEDED);
    assertThat(fake.provider().calls(Call.STATUS)).isEqualTo(6);
  }

  @Test
  void tenThousandConcurrentWaitsLeaveNothing() {
    fake.script((ref, call) -> status(ref, call < 30_000 ? BatchState.RUNNING : BatchState.FAILED));
    List<CompletableFuture<BatchStatus>> waits = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      waits.add(fake.open("b" + i).awaitAsync(AwaitOptions.within(Duration.ofHours(1))));
    }
    fake.timer().advance(Duration.ofSeconds(1));
    assertThat(fake.timer().pending()).isEqualTo(20_000);
    fake.timer().advance(Duration.ofMinutes(10));

    assertThat(waits).allSatisfy(wait -> assertThat(wait).isCompleted());
    assertThat(waits.get(0).join().ref().id()).isEqualTo("b0");
    assertThat(waits.get(9_999).join().ref().id()).isEqualTo("b9999");
    assertThat(fake.timer().pending()).isZero();
  }

  @Test
  void theListenerReceivesEveryStatus() {
    fake.script((ref, call) -> status(ref, call < 2 ? BatchState.RUNNING : BatchState.EXPIRED));
    var wait = fake.open("b").awaitAsync(within(Duration.ofHours(1)));
    fake.timer().advance(Duration.ofMinutes(1));

    assertThat(wait).isCompleted();
    assertThat(fake.events())
        .containsExactly("polled b RUNNING", "polled b RUNNING", "polled b EXPIRED");
  }
}
