package io.batchwright.internal.requests;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a provider writes requests: the lines it knows as input, and the frame they are sent in.
 *
 * @param lines the kinds of input line that are understood, the library's own first
 * @param head stands before the first request
 * @param beforeId stands before the custom id, which is written as a JSON string
 * @param beforeBody stands between the custom id and the body
 * @param afterBody stands behind the body
 * @param separator stands between two requests
 * @param tail stands behind the last request
 * @param modelPrefix if the model is said beside the requests, what bodies may put before its name;
 *     it is then taken out of them. Null if it stays in them
 */
public record RequestFormat(
    List<LineKind> lines,
    String head,
    String beforeId,
    String beforeBody,
    String afterBody,
    String separator,
    String tail,
    @Nullable String modelPrefix) {
  /** The library's own kind of line, the same for every provider. */
  public static final LineKind OWN = new LineKind("custom_id", "body", Map.of());

  /** Keeps its own copy. */
  public RequestFormat {
    lines = List.copyOf(lines);
  }

  /** Says whether requests are the lines of a file, with nothing before or behind them. */
  public boolean isLines() {
    return head.isEmpty() && separator.equals("\n") && tail.equals("\n");
  }

  /**
   * One kind of input line.
   *
   * @param id the member that holds the custom id
   * @param body the member that holds the body
   * @param beside members that may stand beside them, and what they must say
   * @param sent whether the provider takes a line with all of these members as it is, where
   *     requests are the lines of a file; a file of such lines alone is then sent unchanged
   */
  public record LineKind(String id, String body, Map<String, String> beside, boolean sent) {
    /** Keeps its own copy. */
    public LineKind {
      beside = Map.copyOf(beside);
    }

    /** Makes a kind whose lines are written anew. */
    public LineKind(String id, String body, Map<String, String> beside) {
      this(id, body, beside, false);
    }
  }
}
