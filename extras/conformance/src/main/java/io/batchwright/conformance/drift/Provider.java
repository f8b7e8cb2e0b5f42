package io.batchwright.conformance.drift;

import java.util.List;

/**
 * A provider whose specifications are compared.
 *
 * @param theirFiles the vendor's own; where there are several, none is complete
 * @param ourLine the schema of a result line in our specification, or "" if theirs has none
 * @param theirLine the same in theirs
 */
record Provider(String name, List<String> theirFiles, String ourLine, String theirLine) {
  static final List<Provider> ALL =
      List.of(
          new Provider(
              "anthropic",
              List.of("anthropic.openapi.json"),
              "ResultLine",
              "MessageBatchIndividualResponse"),
          without("gemini", "gemini.openapi.json", "gemini-2026-08.openapi.json"),
          without("moonshot", "moonshot.openapi.json"),
          without("openai", "openai.openapi.json"),
          without("zhipu", "zhipu.openapi.json"));

  private static Provider without(String name, String... theirFiles) {
    return new Provider(name, List.of(theirFiles), "", "");
  }

  String ourFile() {
    return name + ".yaml";
  }
}
