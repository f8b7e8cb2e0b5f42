package io.batchwright.internal.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final BatchRef REF = new BatchRef("fake", "b", null);

  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final BatchListener listener =
      new BatchListener() {
        @Override
        public void polled(BatchStatus status) {
          received.add("polled " + status.rawState());
        }

        @Override
        public void cancelled(BatchRef ref) {
          received.add("cancelled on " + Thread.currentThread().getName());
        }
      };

  private static BatchStatus status(String word) {
    return BatchStatus.builder(REF, BatchState.RUNNING).rawState(word).build();
  }

  @Test
  void aPollReplacesAnEarlierOneThatStillWaitsAndEachOtherEventArrivesOnce() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    Events events = new Events(listener, waiting::add, Runnable::run);
    events.sendLatest(REF, to -> to.polled(status("first")));
    events.send(to -> to.cancelled(REF));
    events.sendLatest(REF, to -> to.polled(status("second")));
    events.send(to -> to.cancelled(REF));
    events.sendLatest("another subject", to -> to.polled(status("other")));
    waiting.forEach(Runnable::run);
    waiting.clear();
    events.sendLatest(REF, to -> to.polled(status("third")));
    waiting.forEach(Runnable::run);

    assertThat(received)
        .containsExactly(
            "polled second",
            "cancelled on " + Thread.currentThread().getName(),
            "cancelled on " + Thread.currentThread().getName(),
            "polled other",
            "polled third");
  }

  @Test
  void closeWaitsUntilTheListenerHasReceivedWhatWasSent() {
    CountDownLatch closing = new CountDownLatch(1);
    Events events = Events.onOwnThread("test", listener, Runnable::run);
    events.send(to -> await(closing));
    events.send(to -> to.cancelled(REF));
    assertThat(received).isEmpty();
    closing.countDown();
    events.close();

    assertThat(received).containsExactly("cancelled on test-events");
  }

  @Test
  void aListenerMayCloseItsClient() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Events events = Events.onOwnThread("test", listener, Runnable::run);
    events.send(
        to -> {
          events.close();
          closed.countDown();
        });
    closed.await();
    events.send(to -> to.cancelled(REF));
    events.close();

    assertThat(received).containsExactly("cancelled on test-events");
  }

  @Test
  void callbacksDoNotWaitForTheListener() {
    CountDownLatch stuck = new CountDownLatch(1);
    Events events = Events.onOwnThread("test", listener, Runnable::run);
    events.send(to -> await(stuck));
    events.run(() -> received.add("callback"));
    assertThat(received).containsExactly("callback");
    stuck.countDown();
    events.close();
  }

  @Test
  void aListenerThatThrowsReceivesTheNextEvent() {
    Events events = Events.onOwnThread("test", listener, Runnable::run);
    events.send(
        to -> {
          throw new AssertionError("thrown by the listener");
        });
    events.send(to -> to.cancelled(REF));
    events.close();

    assertThat(received).containsExactly("cancelled on test-events");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
