package io.batchwright.faults;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.contract.Step;
import io.batchwright.contract.Subject;
import io.batchwright.contract.TestBed;
import io.batchwright.contract.TestRequests;
import io.batchwright.sandbox.BatchScript;
import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The environment of one cell: a provider, a client for it, and the fault. */
final class Environment implements AutoCloseable {
  private static final int REQUESTS = 20;

  /** Avoids loading certificates in every cell. */
  private static final OkHttpClient NETWORK = new OkHttpClient();

  final Subject subject;
  final Fault fault;
  final Phase phase;
  final TestBed bed;
  final BatchClient client;
  final ProviderControl wire;
  final VirtualClock timer;
  final SilentSockets sockets;

  private final OkHttpClient given;
  private final List<String> wrong = new ArrayList<>();

  Environment(Subject subject, Fault fault, Phase phase) {
    this.subject = subject;
    this.fault = fault;
    this.phase = phase;
    this.bed = new TestBed(subject, fault.ahead());
    this.wire = bed.wire();
    this.timer = bed.timer();
    this.sockets = new SilentSockets(timer);
    this.given =
        NETWORK.newBuilder().connectionPool(new ConnectionPool()).socketFactory(sockets).build();
    this.client = bed.client(bed.builder().okHttpClient(given));
    fault.before().accept(this);
  }

  List<String> ids() {
    return TestRequests.ids(REQUESTS);
  }

  BatchHandle submit() {
    return client.submit(subject.input(REQUESTS));
  }

  /** Submits a batch and lets it end. */
  BatchHandle submitAndEnd() {
    BatchHandle batch = submit();
    timer.advance(TestBed.BATCH_TIME);
    return batch;
  }

  /** Applies the fault to the next request of the phase. */
  void strike() {
    fault.strike().accept(this);
  }

  /** Starts the rule for that request; in an outage, for all of them. */
  FaultRule rule() {
    FaultRule rule = phase.step(subject).fault(wire);
    return phase == Phase.OUTAGE ? rule.always() : rule;
  }

  /** Returns the script of the batch that is created next. */
  BatchScript script() {
    return wire.scriptNext();
  }

  boolean reads() {
    return phase == Phase.RESULTS || phase == Phase.RESUME;
  }

  /** Whether the fault is in the batch itself, so that it lasts as long as the batch. */
  boolean isLasting() {
    boolean line = reads() && fault.kind() == Kind.CONTENT && fault.before() != Fault.NOTHING;
    return line || fault.strike() == Fault.NOTHING;
  }

  /** Returns after how many bytes a response is cut. */
  long cut() {
    return switch (phase) {
      case RESULTS -> 3_007;
      case RESUME -> 5_011;
      default -> 1;
    };
  }

  /** Refuses connections when the request of the phase is to be sent. */
  void refuse() {
    Step before = phase.before(subject);
    if (phase == Phase.RESUME) {
      timer.schedule(Duration.ofMillis(500), bed.sandbox()::refuseConnections);
      timer.schedule(Duration.ofSeconds(5), bed.sandbox()::acceptConnections);
    } else if (before == null) {
      bed.sandbox().refuseConnections();
    } else {
      before.fault(wire).refuseNext();
    }
  }

  /** Ends the fault. */
  void pass() {
    wire.faults().clear();
    bed.sandbox().acceptConnections();
  }

  /** Records what must never occur, whatever the fault. */
  void require(boolean holds, String otherwise) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }

  void requireCount(Operation operation, int most) {
    int count = wire.count(operation);
    require(count <= most, operation + " was sent " + count + " times");
  }

  void requireOneBatch() {
    require(wire.created() == 1, wire.created() + " batches were made");
  }

  /** A wait that failed must have lasted as long as configured. */
  void requirePatience() {
    for (Duration wait : sockets.waits()) {
      require(wait.equals(phase.patience()), "a read gave up after " + wait);
    }
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  @Override
  public void close() {
    bed.close();
    given.connectionPool().evictAll();
  }
}
