package io.batchwright.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The fuzz targets: each is a class with a {@code fuzzerTestOneInput}. */
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
  RESPONSES("fuzz.ResponsesFuzz"),
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

  /** Returns its name on the command line and of its folders. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the targets with these names; all of them if there are none. */
  static List<Target> of(List<String> names) {
    return names.isEmpty() ? List.of(values()) : names.stream().map(Target::of).toList();
  }

  private static Target of(String name) {
    return Arrays.stream(values())
        .filter(target -> target.folder().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown target " + name + "; targets: " + Arrays.toString(values())));
  }
}
