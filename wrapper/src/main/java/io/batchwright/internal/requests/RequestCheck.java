package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.InputReport;
import io.batchwright.InputReport.Problem;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.lines.IdTable;
import io.batchwright.internal.requests.RequestFormat.PathModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks requests against a provider's limits, and collects the problems. Not thread-safe. */
final class RequestCheck {
  private final ProviderLimits limits;
  private final @Nullable PathModel pathModel;
  private final @Nullable String givenModel;
  private final IdTable ids = new IdTable();
  private final Content content = new Content();
  private final List<Problem> problems = new ArrayList<>();
  private long problemCount;
  private @Nullable String model;
  private @Nullable String modelOf;
  private boolean oneModel = true;

  RequestCheck(ProviderLimits limits, @Nullable PathModel pathModel) {
    this.limits = limits;
    this.pathModel = pathModel;
    this.givenModel = pathModel == null ? null : pathModel.given();
    this.model = givenModel;
    this.modelOf = givenModel == null ? null : "the options";
  }

  void add(RequestLine line) {
    content.add(line.quotedId(), line.body());
    String id = line.customId();
    // Beyond the limit the input is refused anyway, and the ids would only fill memory.
    boolean full = content.count() > limits.maxRequests();
    int first = id == null || full ? 0 : ids.put(id, (int) line.number());
    if (id == null || line.problem() != null) {
      add(line, String.valueOf(line.problem()));
      return;
    }
    if (!limits.customId().matcher(id).matches()) {
      add(line, "The custom id must be " + limits.customIdRule() + "; this one has " + size(id));
    } else if (first > 0) {
      add(line, "Duplicate custom_id \"" + id + "\", first used on line " + first);
    }
    checkModel(line);
  }

  /** A bad id may be anything of the user's, and is not shown. */
  private static String size(String id) {
    int length = id.codePointCount(0, id.length());
    return length + (length == 1 ? " character" : " characters");
  }

  private void checkModel(RequestLine line) {
    String named = line.model() == null ? givenModel : line.model();
    if (limits.oneModel() && named == null) {
      String cure = pathModel == null ? "" : ", or once for all in the option model";
      add(line, "The body has no model; set the same one in every body" + cure);
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
    problemCount++;
    if (problems.size() < InputReport.MOST_PROBLEMS) {
      problems.add(new Problem(line.number(), line.customId(), message));
    }
  }

  /**
   * Checks the input as a whole; its problems come first, so that bad lines never crowd them out.
   *
   * @throws InvalidInputException if there is any problem
   */
  void finish(long bytes, BatchInput input) {
    List<String> whole = new ArrayList<>();
    if (input instanceof BatchInput.Only only) {
      long missing = only.customIds().stream().filter(id -> !ids.contains(id)).count();
      if (missing > 0) {
        whole.add(missing + " of the custom ids passed to only(...) are not in the input");
      }
    }
    if (content.count() == 0) {
      whole.add("The input has no requests; add at least one");
    }
    if (content.count() > limits.maxRequests()) {
      whole.add(tooMany(content.count(), "requests", limits.maxRequests()));
    }
    if (bytes > limits.maxBytes()) {
      whole.add(tooMany(bytes, "bytes", limits.maxBytes()));
    }
    problemCount += whole.size();
    problems.addAll(0, whole.stream().map(message -> new Problem(0, null, message)).toList());
    if (problemCount > 0) {
      int listed = Math.min(problems.size(), InputReport.MOST_PROBLEMS);
      throw new InvalidInputException(
          new InputReport(content.count(), bytes, problems.subList(0, listed), problemCount));
    }
  }

  private static String tooMany(long count, String what, long limit) {
    return count + " " + what + " exceed the limit of " + limit + " per batch; split the input";
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
