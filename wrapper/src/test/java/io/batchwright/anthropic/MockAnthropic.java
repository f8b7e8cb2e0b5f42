package io.batchwright.anthropic;

import io.batchwright.BatchClient;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.Events;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.ScriptedServer;
import io.batchwright.testing.VirtualClock;

/** A mock of the provider, and clients for it. */
final class MockAnthropic extends ScriptedServer {
  static final String KEY = "sk-ant-hidden-0123456789";
  static final String RUNNING = "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\"}";

  private final VirtualClock timer = new VirtualClock();

  MockAnthropic() {
    super(RUNNING);
  }

  VirtualClock timer() {
    return timer;
  }

  /** Starts building a client for this server. */
  Anthropic.Builder builder() {
    return Anthropic.builder().apiKey(KEY).baseUrl(url());
  }

  /** Creates a client whose pauses take no time. */
  BatchClient client() {
    return client(builder());
  }

  BatchClient client(Anthropic.Builder builder) {
    return client(builder, BatchListener.NONE);
  }

  BatchClient client(Anthropic.Builder builder, BatchListener listener) {
    return new AdapterClient(
        Adapters.of(builder), new Events(listener, Runnable::run, Runnable::run), timer);
  }

  /** Returns the ref of a batch of the clients. */
  BatchRef ref(String id) {
    return new BatchRef("anthropic", id, url());
  }
}
