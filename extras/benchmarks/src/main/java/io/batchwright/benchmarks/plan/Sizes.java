package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.data.RequestForm;
import io.batchwright.benchmarks.data.RequestsFile;
import io.batchwright.benchmarks.data.ResultsFile;
import io.batchwright.benchmarks.data.Script;
import java.util.List;

/**
 * The amount of data to measure.
 *
 * @param part the divisor of the full numbers of lines; 1 for full size
 * @param waits the numbers of waits
 * @param growth how many times over a file of 100 MB is sent, for the reader that streams it
 * @param warmSeconds the minimum warm-up time of a process
 */
public record Sizes(int part, List<Integer> waits, List<Integer> growth, int warmSeconds) {
  /** Full size. */
  public static final Sizes FULL = new Sizes(1, List.of(1, 1_000, 10_000), List.of(1, 10, 50), 6);

  /** Just enough to test that everything works. */
  public static final Sizes QUICK = new Sizes(100, List.of(1, 50, 200), List.of(1, 2, 3), 0);

  private static final int LINE = 2_000;

  /** A dialect's 200,000 results; succeeded ones have 2 KB each. */
  ResultsFile main(Dialect dialect) {
    return new ResultsFile(dialect.id(), dialect, Script.PROSE, 200_000 / part, LINE);
  }

  /**
   * Warm-up reads use a fifth of the file, but between 20 and 40 MB, which is enough for the JIT
   * compiler.
   */
  ResultsFile warm(ResultsFile file) {
    long fifth = (long) file.lines() * file.lineBytes() * part / 5;
    long bytes = Math.max(20_000_000, Math.min(40_000_000, fifth));
    return file.warm(Math.max(200, (int) (bytes / file.lineBytes() / part)));
  }

  /** 100 MB of Anthropic's results in lines of 2 KB. */
  ResultsFile middle() {
    return anthropic("middle", Script.PROSE, 50_000, LINE);
  }

  /** 10 MB. */
  ResultsFile small() {
    return anthropic("small", Script.PROSE, 5_000, LINE);
  }

  ResultsFile halfKilobyte() {
    return anthropic("500-bytes", Script.PROSE, 200_000, 500);
  }

  ResultsFile fiftyBytes() {
    return anthropic("50-bytes", Script.NONE, 1_000_000, 50);
  }

  ResultsFile escapes() {
    return anthropic("escapes", Script.ESCAPES, 50_000, LINE);
  }

  ResultsFile chinese() {
    return anthropic("cjk", Script.CJK, 50_000, LINE);
  }

  /** 100 MB of long Chinese texts. */
  ResultsFile longChinese() {
    return anthropic("cjk-5-kb", Script.CJK, 20_000, 5_000);
  }

  private ResultsFile anthropic(String name, Script script, int lines, int lineBytes) {
    return new ResultsFile(name, Dialect.ANTHROPIC, script, lines / part, lineBytes);
  }

  /** 190 MB to upload. */
  RequestsFile upload(RequestForm form) {
    // What the library writes for its own format is longer than that format.
    int lineBytes = form == RequestForm.OPENAI ? 3_800 : 3_750;
    return new RequestsFile("upload-" + name(form), form, 50_000 / part, lineBytes);
  }

  /** 250 MB to send inside a create: just below Anthropic's limit. */
  RequestsFile create(RequestForm form) {
    return new RequestsFile("create-" + name(form), form, 100_000 / part, 2_500);
  }

  RequestsFile warm(RequestsFile file) {
    return file.warm(Math.max(50, 40_000_000 / file.lineBytes() / part));
  }

  private static String name(RequestForm form) {
    return form.name().endsWith("_SHORT") ? "short" : "own";
  }
}
