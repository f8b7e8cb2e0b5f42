package io.batchwright.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is fuzzed: each target is a class with a {@code fuzzerTestOneInput}. */
enum Target {
  FRAMING("internal.lines.FramingFuzz"),
  RESUME("internal.results.ResumeFuzz"),
  REQUESTS("internal.requests.RequestsFuzz"),
  CURSOR("internal.json.CursorFuzz"),
  MODELS("internal.json.ModelsFuzz"),
  ANTHROPIC("anthropic.AnthropicLinesFuzz"),
  DIALECT("internal.openai.DialectLinesFuzz"),
  GEMINI("gemini.GeminiLinesFuzz"),
  INLINE("gemini.InlineFuzz"),
  ANSWERS("fuzz.AnswersFuzz"),
  HINTS("fuzz.HintsFuzz"),
  REFS("fuzz.RefFuzz"),
  URLS("fuzz.UrlFuzz");

  private final String path;

  Target(String path) {
    this.path = path;
  }

  String className() {
    return "io.batchwright." + path;
  }

  /** Gives what it is called on the command line, and its folders. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Gives the targets of these words; all of them if there is none. */
  static List<Target> of(List<String> words) {
    return words.isEmpty() ? List.of(values()) : words.stream().map(Target::of).toList();
  }

  private static Target of(String word) {
    return Arrays.stream(values())
        .filter(target -> target.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no target " + word + "; there are " + Arrays.toString(values())));
  }
}
