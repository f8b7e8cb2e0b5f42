package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.RequestForm;
import io.batchwright.benchmarks.data.RequestsFile;
import java.util.ArrayList;
import java.util.List;

/** A file of requests to OpenAI. */
final class UploadsPlan {
  private UploadsPlan() {}

  static Plan of(Sizes sizes) {
    RequestsFile own = sizes.upload(RequestForm.OPENAI);
    RequestsFile brief = sizes.upload(RequestForm.OPENAI_SHORT);
    List<Scenario> scenarios = new ArrayList<>();
    add(scenarios, "okhttp-file", "okhttp-file", own);
    add(scenarios, "openai-java", "openai-java", own);
    add(scenarios, "ours-own-form", "ours-openai", own);
    add(scenarios, "ours-short-form", "ours-openai", brief);
    scenarios.add(Sending.validate("uploads/validate-own-form/default", "openai", own));
    scenarios.add(Sending.validate("uploads/validate-short-form/default", "openai", brief));
    List<RequestsFile> files = List.of(own, sizes.warm(own), brief, sizes.warm(brief));
    return Plan.ofRequests(Group.UPLOADS, files, scenarios);
  }

  private static void add(List<Scenario> scenarios, String row, String sender, RequestsFile file) {
    scenarios.add(Sending.of("uploads/" + row + "/default", sender, file));
    for (String heap : HeapsPlan.HEAPS) {
      String id = "uploads/" + row + "/" + heap;
      scenarios.add(Sending.of(id, sender, file).in(heap).atMost(1));
    }
  }
}
