package io.batchwright;

import com.google.auto.value.AutoValue;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an input before anything was sent. Immutable and thread-safe.
 *
 * <p>An input without problems is one whose form, ids, sizes and counts fit, and whose bodies hold
 * nothing that the provider is known to refuse. Whether the models exist, and whether the bodies
 * are otherwise right, only the provider can judge.
 *
 * <pre>{@code
 * InputReport report = client.validate(BatchInput.ofFile(Path.of("requests.jsonl")));
 * report.problems().forEach(System.out::println);
 * report.warnings().forEach(System.out::println);
 * }</pre>
 */
@AutoValue
public abstract class InputReport {
  /** The largest number of problems, and of warnings, that a report lists. */
  public static final int MOST_PROBLEMS = 100;

  private static final int SHOWN = 5;

  InputReport() {}

  /** Returns a builder, for tests of code that reads reports. */
  public static Builder builder() {
    return new AutoValue_InputReport.Builder()
        .requests(0)
        .bytes(0)
        .problems(List.of(), 0)
        .warnings(List.of());
  }

  /** Returns the number of requests. */
  public abstract long requests();

  /** Returns the length of the body or file to be sent, of requests without a problem only. */
  public abstract long bytes();

  /**
   * Returns what is refused, at most {@link #MOST_PROBLEMS} of it: first what concerns the input as
   * a whole, then in the order of the input. A problem that all requests have is listed once.
   */
  public abstract List<Problem> problems();

  /** Returns the number of problems, listed or not. */
  public abstract long problemCount();

  /**
   * Returns what does not keep the input from being sent, and which the provider is known to ignore
   * or to mishandle; ordered and bounded like the problems.
   */
  public abstract List<Problem> warnings();

  /** Returns the counts and the problems, without content. */
  @Override
  public final String toString() {
    return "InputReport[" + requests() + " requests, " + bytes() + " bytes, " + text() + "]";
  }

  final String text() {
    StringBuilder text = new StringBuilder();
    text.append(problemCount()).append(problemCount() == 1 ? " problem" : " problems");
    for (Problem problem : problems().subList(0, Math.min(SHOWN, problems().size()))) {
      text.append("; ").append(problem);
    }
    if (problemCount() > SHOWN) {
      text.append("; and ").append(problemCount() - SHOWN).append(" more");
    }
    return text.toString();
  }

  /**
   * One problem or warning.
   *
   * @param line the line of the file, or the request of a sequence, counted from 1; 0 for the input
   *     as a whole
   * @param customId the request, or null if it has no usable id
   * @param message the rule that is broken and what to do, without content
   */
  public record Problem(long line, @Nullable String customId, String message) {
    @Override
    public String toString() {
      return line == 0 ? message : "line " + line + ": " + message;
    }
  }

  /** Builds reports; not thread-safe. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Sets the number of requests. */
    public abstract Builder requests(long value);

    /** Sets the length in bytes. */
    public abstract Builder bytes(long value);

    /** Sets the problems that are listed, and the number of all. */
    @CanIgnoreReturnValue
    public final Builder problems(List<Problem> listed, long count) {
      return problems(listed).problemCount(count);
    }

    /** Sets the warnings. */
    public abstract Builder warnings(List<Problem> listed);

    /** Builds the report. */
    public final InputReport build() {
      return problems(List.copyOf(problems())).warnings(List.copyOf(warnings())).report();
    }

    abstract Builder problems(List<Problem> listed);

    abstract Builder problemCount(long count);

    abstract List<Problem> problems();

    abstract List<Problem> warnings();

    abstract InputReport report();
  }
}
