package io.batchwright.benchmarks.plan;

import java.util.ArrayList;
import java.util.Collections;
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
      scenarios.add(scenario(count, "oldest-first", pause, first, count == 1 ? first : last));
    }
    // The order in which the waits begin determines how useful the first pages of the list are.
    int most = Collections.max(sizes.waits());
    scenarios.add(scenario(most, "newest-first", pause, first, last));
    return Plan.ofResults(Group.WAITS, List.of(), scenarios);
  }

  private static Scenario scenario(int count, String order, int pause, int first, int last) {
    return Scenario.of(
            "waits/" + count + "-" + order,
            "wait",
            "count=" + count,
            "order=" + order,
            "pause=" + pause,
            "first=" + first,
            "last=" + last)
        .atMost(1);
  }
}
