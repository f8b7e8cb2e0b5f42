package io.batchwright;

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
public final class InputReport {
  /** The largest number of problems, and of warnings, that a report lists. */
  public static final int MOST_PROBLEMS = 100;

  private static final int SHOWN = 5;

  private final Parts parts;

  private record Parts(
      long requests,
      long bytes,
      List<Problem> problems,
      long problemCount,
      List<Problem> warnings) {}

  private InputReport(Parts parts) {
    this.parts = parts;
  }

  /** Returns a builder, for tests of code that reads reports. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the number of requests. */
  public long requests() {
    return parts.requests();
  }

  /** Returns the length of the body or file to be sent, of requests without a problem only. */
  public long bytes() {
    return parts.bytes();
  }

  /**
   * Returns what is refused, at most {@link #MOST_PROBLEMS} of it: first what concerns the input as
   * a whole, then in the order of the input. A problem that all requests have is listed once.
   */
  public List<Problem> problems() {
    return parts.problems();
  }

  /** Returns the number of problems, listed or not. */
  public long problemCount() {
    return parts.problemCount();
  }

  /**
   * Returns what does not keep the input from being sent, and which the provider is known to ignore
   * or to mishandle; ordered and bounded like the problems.
   */
  public List<Problem> warnings() {
    return parts.warnings();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InputReport report && parts.equals(report.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** Returns the counts and the problems, without content. */
  @Override
  public String toString() {
    return "InputReport[" + requests() + " requests, " + bytes() + " bytes, " + text() + "]";
  }

  String text() {
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
  public static final class Builder {
    private long requests;
    private long bytes;
    private List<Problem> problems = List.of();
    private long problemCount;
    private List<Problem> warnings = List.of();

    private Builder() {}

    /** Sets the number of requests. */
    @CanIgnoreReturnValue
    public Builder requests(long value) {
      requests = value;
      return this;
    }

    /** Sets the length in bytes. */
    @CanIgnoreReturnValue
    public Builder bytes(long value) {
      bytes = value;
      return this;
    }

    /** Sets the problems that are listed, and the number of all. */
    @CanIgnoreReturnValue
    public Builder problems(List<Problem> listed, long count) {
      problems = List.copyOf(listed);
      problemCount = count;
      return this;
    }

    /** Sets the warnings. */
    @CanIgnoreReturnValue
    public Builder warnings(List<Problem> listed) {
      warnings = List.copyOf(listed);
      return this;
    }

    /** Builds the report. */
    public InputReport build() {
      return new InputReport(new Parts(requests, bytes, problems, problemCount, warnings));
    }
  }
}
