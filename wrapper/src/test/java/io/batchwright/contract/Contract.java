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
  Stage stage;
  BatchClient client;
  ProviderControl wire;
  VirtualClock timer;

  @BeforeEach
  void open(Subject provider) {
    subject = provider;
    stage = new Stage(provider);
    client = stage.client();
    wire = stage.wire();
    timer = stage.timer();
  }

  @AfterEach
  void close() {
    stage.close();
  }
}
