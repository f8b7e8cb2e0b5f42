package io.batchwright.faults;

import io.batchwright.contract.Subjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The expected outcome of each fault in each phase: for all providers, and where one differs.
 * {@link Terms#LEGEND} explains the terms. In addition, in every cell, a submit sends at most one
 * create, only one batch results from it and from the recovery that its exception describes, no
 * result is lost or duplicated, and what failed works once the fault has ended.
 */
final class Expectations {
  private static final String TABLE =
      """
                            | upload           | chunk            | create                    | status   | poll         | outage   | results         | resume          | cancel        | delete
      refused connection    | unsent io+       | unsent io+       | unsent io+                | io+      | bore io      | io+      | io+             | ok              | back io+      | back io+
      reset before request  | unsent io+       | ok               | maybe io or unsent io+    | io+      | bore io      | io+      | ok              | ok              | back io+      | back io+
      reset in request      | unsent io+       | ok               | maybe io or unsent io+    | -        | -            | -        | -               | -               | -             | -
      reset after request   | unsent io+       | ok               | maybe io                  | io+      | bore io      | io+      | ok              | ok              | back io+      | back io+
      lost answer           | unsent io+       | unsent io+       | maybe io                  | io+      | bore io      | io+      | ok              | ok              | back io+      | back io+
      lost, clock ahead     | -                | -                | maybe io                  | -        | -            | -        | -               | -               | -             | -
      lost, clock behind    | -                | -                | maybe io                  | -        | -            | -        | -               | -               | -             | -
      reset in answer       | unsent io+       | unsent io+       | maybe io                  | io+      | bore io      | io+      | resumed         | ok              | back io+      | back io+
      cut, length told      | unsent io+       | unsent io+       | maybe io                  | io+      | bore io      | io+      | resumed         | ok              | back io+      | back io+
      cut, in chunks        | unsent io+       | unsent io+       | maybe io                  | io+      | bore io      | io+      | resumed         | ok              | back io+      | back io+
      cut, no length        | unsent garbled   | unsent garbled   | maybe garbled             | garbled  | bore garbled | garbled  | bad lacks       | bad lacks       | done          | back garbled
      cut, wrong length     | unsent garbled   | unsent garbled   | maybe garbled             | garbled  | bore garbled | garbled  | bad lacks       | bad lacks       | done          | back garbled
      stall                 | unsent io+       | unsent io+       | maybe io                  | io+      | bore io      | io+      | resumed         | ok              | back io+      | back io+
      silence               | unsent io+       | ok               | maybe io                  | io+      | bore io      | io+      | ok              | ok              | back io+      | back io+
      clock ahead           | ok               | ok               | ok                        | ok       | ok           | ok       | ok              | ok              | done          | done
      clock behind          | ok               | ok               | ok                        | ok       | ok           | ok       | ok              | ok              | done          | done
      408                   | unsent busy+     | ok               | maybe busy                | ok       | ok           | busy+    | ok              | ok              | back busy+    | back busy+
      408 retry-after: 77   | unsent busy+     | ok               | maybe busy                | busy+    | bore busy    | busy+    | ok              | ok              | back busy+    | back busy+
      408 should not retry  | unsent busy      | unsent busy      | maybe busy                | ok       | ok           | busy     | ok              | ok              | back busy     | back busy
      409 should-retry      | rejected invalid+| ok               | rejected invalid+         | invalid+ | bore invalid | invalid+ | ok              | ok              | back invalid+ | back invalid+
      409 should not retry  | rejected invalid | rejected invalid | rejected invalid          | invalid  | invalid      | invalid  | invalid         | breaks invalid  | back invalid  | back invalid
      429                   | rejected limit+  | ok               | rejected limit+           | limit+   | bore limit   | limit+   | ok              | ok              | back limit+   | back limit+
      429 retry-after: 77   | rejected limit+  | ok               | rejected limit+           | limit+   | bore limit   | limit+   | ok              | ok              | back limit+   | back limit+
      429 should not retry  | rejected limit   | rejected limit   | rejected limit            | limit    | bore limit   | limit    | ok              | breaks limit    | back limit    | back limit
      500                   | unsent busy+     | ok               | maybe busy                | busy+    | bore busy    | busy+    | ok              | ok              | back busy+    | back busy+
      500 should not retry  | unsent busy      | unsent busy      | maybe busy                | busy     | bore busy    | busy     | ok              | breaks busy     | back busy     | back busy
      503 retry-after: 0    | unsent busy+     | ok               | maybe busy                | ok       | ok           | busy+    | ok              | ok              | back busy+    | back busy+
      503 retry-after: 77   | unsent busy+     | ok               | maybe busy                | busy+    | bore busy    | busy+    | ok              | ok              | back busy+    | back busy+
      529                   | unsent busy+     | ok               | maybe busy                | busy+    | bore busy    | busy+    | ok              | ok              | back busy+    | back busy+
      404                   | rejected refused | rejected refused | rejected refused          | gone     | bore gone    | gone     | ok              | ok              | back gone     | done, left 1
      502 with HTML         | unsent busy+     | ok               | maybe busy                | busy+    | bore busy    | busy+    | ok              | ok              | back busy+    | back busy+
      200 with HTML         | unsent garbled   | unsent garbled   | maybe garbled             | garbled  | bore garbled | garbled  | ok              | ok              | back garbled  | back garbled
      200 without a body    | unsent garbled   | unsent garbled   | maybe garbled             | garbled  | bore garbled | garbled  | lacks           | ok              | back garbled  | back garbled
      200 with an error     | unsent busy+     | unsent busy+     | maybe busy                | busy+    | bore busy    | busy+    | ok              | ok              | back busy+    | back busy+
      unknown state         | -                | -                | ok                        | ok       | ok           | timeout+ | ok              | ok              | done          | done
      unknown fields        | -                | -                | ok                        | ok       | ok           | ok       | ok              | ok              | done          | done
      wrong types           | ok               | ok               | ok                        | ok       | ok           | timeout+ | bad             | bad             | done          | back garbled
      empty ids             | unsent garbled   | unsent garbled   | maybe garbled             | garbled  | bore garbled | garbled  | bad lacks       | bad lacks       | done          | done
      deep nesting          | unsent garbled   | unsent garbled   | maybe garbled             | garbled  | bore garbled | garbled  | bad             | bad             | done          | back garbled
      invalid UTF-8         | ok               | ok               | ok                        | ok       | ok           | ok       | altered         | ok              | done          | done
      64 MB line            | unsent garbled   | ~                | maybe garbled             | garbled  | bore garbled | ~        | bad             | bad             | done          | back garbled
      gzip bomb             | unsent garbled   | ~                | maybe garbled             | garbled  | bore garbled | ~        | bad             | bad             | done          | back garbled
      no file but ""        | -                | -                | -                         | -        | -            | -        | ok              | ok              | -             | -
      duplicate lines       | -                | -                | -                         | -        | -            | -        | double          | double          | -             | -
      missing lines         | -                | -                | -                         | -        | -            | -        | lacks           | lacks           | -             | -
      unknown ids           | -                | -                | -                         | -        | -            | -        | expired strange | expired strange | -             | -
      bad line first        | -                | -                | -                         | -        | -            | -        | bad strange     | bad strange     | -             | -
      bad line between      | -                | -                | -                         | -        | -            | -        | bad strange     | bad strange     | -             | -
      bad line last         | -                | -                | -                         | -        | -            | -        | bad strange     | bad strange     | -             | -
      expired in part       | -                | -                | -                         | ok       | ok           | -        | expired         | expired         | done          | done
      """;

  /** The first matching line applies; "as" refers to a row of the table above. */
  private static final String DIFFERENCES =
      """
      provider  | fault                | phase   | instead          | why
      anthropic | 529                  | create  | rejected busy+   | its own word for not having taken the request
      anthropic | 404                  | delete  | back gone        | it is the batch that is not found
      anthropic | wrong types          | delete  | done             | nothing that it says is needed
      gemini    | 404                  | delete  | back gone        | it is the batch that is not found
      gemini    | cut, no length       | upload  | ok               | the answer has no body that could be cut
      gemini    | cut, wrong length    | upload  | ok               | the same
      gemini    | cut, length told     | upload  | ok               | the same
      gemini    | empty ids            | upload  | ok               | nor one that would be read
      gemini    | empty ids            | results | lacks            | a result without a key has its position
      gemini    | empty ids            | resume  | lacks            | the same
      gemini    | deep nesting         | upload  | ok               | the same
      gemini    | 200 without a body   | upload  | unsent garbled   | the address is in a header
      gemini    | 200 with an error    | *       | as 409 should not retry | the error names the status 400
      gemini    | cut, no length       | cancel  | back garbled     | its status does not say that it is cancelling
      gemini    | cut, wrong length    | cancel  | back garbled     | the same
      gemini    | deep nesting         | cancel  | back garbled     | the same
      gemini    | wrong types          | delete  | done             | nothing that it says is needed
      gemini    | unknown ids          | *       | strange          | what expired has no result
      gemini    | expired in part      | results | lacks            | the same
      gemini    | expired in part      | resume  | lacks            | the same
      gemini inline | cut, no length     | results | resumed        | a list of results shows that it is cut
      gemini inline | cut, wrong length  | results | resumed        | the same
      gemini inline | cut, no length     | resume  | ok             | the same
      gemini inline | cut, wrong length  | resume  | ok             | the same
      gemini inline | 200 without a body | results | resumed        | the same
      gemini inline | bad line first     | *       | bad            | an item that is no object has no id
      gemini inline | bad line between   | *       | bad            | the same
      gemini inline | bad line last      | *       | bad            | the same
      zhipu     | 200 with an error    | *       | as 409 should not retry | its code means the status 400
      """;

  private static final Map<String, Map<Phase, String>> ROWS = rows();
  private static final List<Difference> ALL_DIFFERENCES = differences();

  private Expectations() {}

  private record Difference(String provider, String fault, String phase, String instead) {
    boolean fits(Cell cell) {
      return cell.provider().startsWith(provider)
          && cell.fault().name().equals(fault)
          && (phase.equals("*") || cell.phase().toString().equals(phase));
    }
  }

  private static Stream<List<String>> lines(String table) {
    return table
        .lines()
        .skip(1)
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList());
  }

  private static Map<String, Map<Phase, String>> rows() {
    Map<String, Map<Phase, String>> rows = new LinkedHashMap<>();
    lines(TABLE).forEach(row -> rows.put(row.get(0), row(row.subList(1, row.size()).iterator())));
    return rows;
  }

  private static Map<Phase, String> row(Iterator<String> words) {
    Map<Phase, String> row = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      row.put(phase, words.next());
    }
    return row;
  }

  private static List<Difference> differences() {
    return lines(DIFFERENCES)
        .map(line -> new Difference(line.get(0), line.get(1), line.get(2), line.get(3)))
        .toList();
  }

  /** Returns the names of the faults in the table. */
  static List<String> faults() {
    return List.copyOf(ROWS.keySet());
  }

  /** Returns the expected outcome of a fault where no provider differs. */
  static String usual(String fault, Phase phase) {
    Map<Phase, String> row = Objects.requireNonNull(ROWS.get(fault), fault);
    return Objects.requireNonNull(row.get(phase));
  }

  /** Returns the expected outcome of a cell; two possible ones are separated by "or". */
  static String of(Cell cell) {
    String usual = usual(cell.fault().name(), cell.phase());
    if (usual.equals(Cell.SENSELESS)) {
      return usual;
    }
    if (!cell.phase().isOf(Objects.requireNonNull(Subjects.ALL.get(cell.provider())))) {
      return Cell.LACKING;
    }
    if (cell.isElsewhere()) {
      return Cell.ELSEWHERE;
    }
    return ALL_DIFFERENCES.stream()
        .filter(difference -> difference.fits(cell))
        .findFirst()
        .map(difference -> instead(difference.instead(), cell.phase()))
        .orElse(usual);
  }

  private static String instead(String word, Phase phase) {
    return word.startsWith("as ") ? usual(word.substring("as ".length()), phase) : word;
  }

  /** Returns the exceptions that match none of these cells. */
  static List<String> unused(Iterable<Cell> cells) {
    List<String> unused = new ArrayList<>();
    for (Difference difference : ALL_DIFFERENCES) {
      boolean used = false;
      for (Cell cell : cells) {
        used |= difference.fits(cell);
      }
      if (!used) {
        unused.add(difference.toString());
      }
    }
    return unused;
  }
}
