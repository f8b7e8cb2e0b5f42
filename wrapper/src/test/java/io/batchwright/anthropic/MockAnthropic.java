package io.batchwright.anthropic;

import io.batchwright.BatchClient;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.internal.handle.ProviderClient;
import io.batchwright.testing.ScriptedServer;
import io.batchwright.testing.VirtualTimer;

/** A server in the place of the provider, and clients of it. */
final class MockAnthropic extends ScriptedServer {
  static final String KEY = "sk-ant-hidden-0123456789";
  static final String RUNNING = "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\"}";

  private final VirtualTimer timer = new VirtualTimer();

  MockAnthropic() {
    super(RUNNING);
  }

  VirtualTimer timer() {
    return timer;
  }

  /** Begins a client of this server. */
  Anthropic.Builder builder() {
    return Anthropic.builder().apiKey(KEY).baseUrl(url());
  }

  /** Makes a client whose pauses take no time. */
  BatchClient client() {
    return client(builder());
  }

  BatchClient client(Anthropic.Builder builder) {
    return client(builder, BatchListener.NONE);
  }

  BatchClient client(Anthropic.Builder builder, BatchListener listener) {
    return ProviderClient.of(builder.buildProvider(), listener, Runnable::run, timer);
  }

  /** Names a batch of the clients. */
  BatchRef ref(String id) {
    return new BatchRef("anthropic", id, url());
  }
}
