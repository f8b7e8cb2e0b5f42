package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.RequestForm;
import io.batchwright.benchmarks.data.RequestsFile;
import java.util.ArrayList;
import java.util.List;

/** 100,000 requests inside one create of Anthropic's. */
final class CreatesPlan {
  private CreatesPlan() {}

  static Plan of(Sizes sizes) {
    RequestsFile own = sizes.create(RequestForm.ANTHROPIC);
    RequestsFile brief = sizes.create(RequestForm.ANTHROPIC_SHORT);
    List<Scenario> scenarios = new ArrayList<>();
    add(scenarios, "ours-own-form", "ours-anthropic", own, "default", "64m", "32m");
    add(scenarios, "ours-short-form", "ours-anthropic", brief, "default", "64m", "32m");
    add(scenarios, "ours-source", "ours-anthropic-source", own, "default", "64m", "32m");
    add(scenarios, "anthropic-java", "anthropic-java", own, "4g", "1g", "64m");
    scenarios.add(Sending.validate("creates/validate-own-form/default", "anthropic", own));
    List<RequestsFile> files = List.of(own, sizes.warm(own), brief, sizes.warm(brief));
    return Plan.ofRequests(Group.CREATES, files, scenarios);
  }

  /**
   * The first heap is the one whose time is reported; the others show what the smallest heap is.
   */
  private static void add(
      List<Scenario> scenarios, String row, String sender, RequestsFile file, String... heaps) {
    for (String heap : heaps) {
      Scenario scenario = Sending.of("creates/" + row + "/" + heap, sender, file);
      boolean first = heap.equals(heaps[0]);
      Scenario sized = heap.equals("default") ? scenario : scenario.in(heap);
      scenarios.add(first ? sized : sized.atMost(1));
    }
  }
}
