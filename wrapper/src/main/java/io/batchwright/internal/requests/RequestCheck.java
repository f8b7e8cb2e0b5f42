package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.InputReport;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.json.Utf8;
import io.batchwright.internal.lines.IdTable;
import io.batchwright.internal.requests.Finding.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks requests against a provider's limits, and collects the problems. Not thread-safe. */
final class RequestCheck {
  private final RequestFormat format;
  private final ProviderLimits limits;
  private final @Nullable String givenModel;
  private final IdTable ids = new IdTable();
  private final Content content = new Content();
  private final ProblemList problems = new ProblemList();
  private final ProblemList warnings = new ProblemList();
  private long inputs;
  private @Nullable String model;
  private @Nullable String modelOf;
  private boolean oneModel = true;

  RequestCheck(RequestFormat format, ProviderLimits limits) {
    this.format = format;
    this.limits = limits;
    this.givenModel = format.pathModel() == null ? null : format.pathModel().given();
    this.model = givenModel;
    this.modelOf = givenModel == null ? null : "the options";
  }

  void add(RequestLine line) {
    if (line.number() == 0) {
      line.findings().forEach(finding -> problems.add(finding.message()));
      return;
    }
    content.add(line.quotedId(), line.body());
    for (Finding finding : line.findings()) {
      (finding.kind() == Kind.WARNING ? warnings : problems).add(line, finding);
    }
    if (line.customId() != null) {
      checkId(line, line.customId());
    }
    if (line.body().length() > 0) {
      checkModel(line);
      inputs += line.inputs();
      if (line.inputs() > limits.maxInputsPerRequest()) {
        String limit = " inputs exceed the limit of " + limits.maxInputsPerRequest();
        add(line, line.inputs() + limit + " per request; split the request");
      }
    }
  }

  private void checkId(RequestLine line, String id) {
    // Beyond the limit the input is refused anyway, and the ids would only fill memory.
    boolean full = content.count() > limits.maxRequests();
    int first = full ? 0 : ids.put(id, (int) line.number());
    if (!Utf8.isEncodable(id)) {
      add(line, "Unpaired surrogate in the custom id; was it truncated inside an emoji?");
    } else if (!limits.customId().matcher(id).matches()) {
      // A bad id may be anything of the user's, and is not shown.
      int length = id.codePointCount(0, id.length());
      String size = length + (length == 1 ? " character" : " characters");
      add(line, "The custom id must be " + limits.customIdRule() + "; this one has " + size);
    } else if (first > 0) {
      add(line, "Duplicate custom_id \"" + id + "\", first used on line " + first);
    }
  }

  private void checkModel(RequestLine line) {
    String named = line.model() == null ? givenModel : line.model();
    if (named == null) {
      if (format.pathModel() != null) {
        String cure = "; set the same one in every body, or once for all in the option model";
        add(line, "The body has no model" + cure);
      }
      return;
    }
    if (modelOf == null) {
      modelOf = "line " + line.number();
      model = named;
    }
    if (!Objects.equals(model, named)) {
      oneModel = false;
      if (limits.oneModel()) {
        add(line, "The model differs from that of " + modelOf + "; a batch has one model");
      }
    }
  }

  private void add(RequestLine line, String message) {
    problems.add(line, new Finding(Kind.LINE, message));
  }

  /**
   * Checks the input as a whole, and returns the report.
   *
   * @throws InvalidInputException if there is any problem
   */
  InputReport finish(BatchInput input) {
    long count = content.count();
    long bytes = format.frame().length(count) + content.bytes();
    if (count > 0 || problems.count() == 0) {
      checkWhole(count, bytes, input);
    }
    if (format.rules().warning() != null) {
      warnings.add(format.rules().warning());
    }
    problems.join(count);
    warnings.join(count);
    InputReport report =
        InputReport.builder()
            .requests(count)
            .bytes(bytes)
            .problems(problems.list(), problems.count())
            .warnings(warnings.list())
            .build();
    if (problems.count() > 0) {
      throw new InvalidInputException(report);
    }
    return report;
  }

  private void checkWhole(long count, long bytes, BatchInput input) {
    if (input instanceof BatchInput.Only only) {
      long missing = only.customIds().stream().filter(id -> !ids.contains(id)).count();
      if (missing > 0) {
        problems.add(missing + " of the custom ids passed to only(...) are not in the input");
      }
    }
    if (count == 0) {
      problems.add("The input has no requests; add at least one");
    }
    bound(count, "requests", limits.maxRequests());
    bound(bytes, "bytes", limits.maxBytes());
    bound(inputs, "inputs", limits.maxInputs());
  }

  private void bound(long amount, String what, long limit) {
    if (amount > limit) {
      problems.add(
          amount + " " + what + " exceed the limit of " + limit + " per batch; split the input");
    }
  }

  /** Returns what was added. */
  Content content() {
    return content;
  }

  /** Returns the model in the options, or in all requests; null if there is none or several. */
  @Nullable String model() {
    return oneModel ? model : null;
  }
}
