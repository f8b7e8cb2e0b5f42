package io.batchwright.benchmarks.plan;

import java.util.ArrayList;
import java.util.List;

/** One wait, and many at once, in real time. */
final class WaitsPlan {
  private WaitsPlan() {}

  static Plan of(Sizes sizes) {
    boolean full = sizes.part() == 1;
    int pause = full ? 5_000 : 1_000;
    int first = full ? 20_000 : 2_000;
    int last = full ? 40_000 : 4_000;
    List<Scenario> scenarios = new ArrayList<>();
    for (int count : sizes.waits()) {
      scenarios.add(
          Scenario.of(
                  "waits/" + count,
                  "wait",
                  "count=" + count,
                  "pause=" + pause,
                  "first=" + first,
                  "last=" + (count == 1 ? first : last))
              .atMost(1));
    }
    return Plan.ofResults(Group.WAITS, List.of(), scenarios);
  }
}
