package io.batchwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
  private final VirtualClock timer = new VirtualClock();
  private final List<String> events = new ArrayList<>();

  @Test
  void runsDueTasksInOrderAtTheirTime() {
    timer.schedule(Duration.ofSeconds(2), () -> note("late"));
    timer.schedule(Duration.ofSeconds(1), () -> note("early"));
    timer.schedule(Duration.ofSeconds(2), () -> note("last"));
    Runnable cancel = timer.schedule(Duration.ofSeconds(1), () -> note("cancelled"));
    cancel.run();

    timer.advance(Duration.ofSeconds(1));
    assertThat(events).containsExactly("early at 1");
    assertThat(timer.next()).isEqualTo(Duration.ofSeconds(1));

    timer.advance(Duration.ofSeconds(5));
    assertThat(events).containsExactly("early at 1", "late at 2", "last at 2");
    assertThat(timer.now()).isEqualTo(VirtualClock.START.plusSeconds(6));
    assertThat(timer.next()).isNull();
  }

  @Test
  void needsNoStackForAChainOfAnyLength() {
    step(100_000);
    timer.advance(Duration.ofSeconds(100_000));
    assertThat(events).containsExactly("end at 100000");
  }

  @Test
  void runsWorkHandedOverByWorkAfterIt() {
    timer
        .workers()
        .execute(
            () -> {
              timer.workers().execute(() -> note("inner"));
              note("outer");
            });
    assertThat(events).containsExactly("outer at 0", "inner at 0");
  }

  @Test
  void movesTimeBySleepingAndNotesIt() throws InterruptedException {
    timer.schedule(Duration.ofSeconds(1), () -> note("due"));
    timer.sleep(Duration.ofSeconds(3));
    assertThat(events).containsExactly("due at 1");
    assertThat(timer.sleeps()).containsExactly(Duration.ofSeconds(3));
    assertThat(timer.nanos()).isEqualTo(3_000_000_000L);
  }

  private void step(int left) {
    timer.schedule(
        Duration.ofSeconds(1),
        () ->
            timer
                .workers()
                .execute(
                    () -> {
                      if (left == 1) {
                        note("end");
                      } else {
                        step(left - 1);
                      }
                    }));
  }

  private void note(String event) {
    events.add(event + " at " + timer.nanos() / 1_000_000_000);
  }
}
