package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.SandboxCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The most recent requests. */
final class CallLog {
  private static final int KEPT = 500;

  private final Deque<SandboxCall> calls = new ArrayDeque<>();

  synchronized void add(SandboxCall call) {
    if (calls.size() == KEPT) calls.removeFirst();
    calls.addLast(call);
  }

  synchronized List<SandboxCall> last() {
    return List.copyOf(calls);
  }
}
