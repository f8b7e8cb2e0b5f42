package io.batchwright.contract;

import io.batchwright.BatchClient;
import io.batchwright.recorder.TestName;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.testing.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** One area of the behaviour that all providers share; each test has its own test bed. */
@ExtendWith({SubjectOfTheTest.class, TestName.class})
abstract class Contract {
  Subject subject;
  TestBed bed;
  BatchClient client;
  ProviderControl wire;
  VirtualClock timer;

  @BeforeEach
  void open(Subject provider) {
    subject = provider;
    bed = new TestBed(provider);
    client = bed.client();
    wire = bed.wire();
    timer = bed.timer();
  }

  @AfterEach
  void close() {
    bed.close();
  }
}
