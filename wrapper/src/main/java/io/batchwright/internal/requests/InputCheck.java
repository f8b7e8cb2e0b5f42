package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.InputReport;
import io.batchwright.InputReport.Problem;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.lines.IdTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds requests against a provider's limits, and collects what breaks them. Not thread-safe. */
final class InputCheck {
  private final ProviderLimits limits;
  private final IdTable ids = new IdTable();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> ofWhole = new ArrayList<>();
  private long problemCount;
  private long count;
  private final @Nullable String givenModel;
  private final String modelAdvice;
  private @Nullable String model;
  private @Nullable String modelOf;
  private boolean oneModel = true;

  /**
   * Makes a check.
   *
   * @param givenModel the model that the options name, or null
   * @param modelApart whether they can name one
   */
  InputCheck(ProviderLimits limits, @Nullable String givenModel, boolean modelApart) {
    this.limits = limits;
    this.givenModel = givenModel;
    this.modelAdvice =
        modelApart
            ? "name it in every body, or once for all with the option model"
            : "give the one that all requests of the batch use";
  }

  void look(RequestLine line) {
    count++;
    long first = earlierLineOf(line);
    if (line.problem() != null) {
      add(line, line.problem());
      return;
    }
    String id = Objects.requireNonNull(line.customId());
    if (!limits.customId().matcher(id).matches()) {
      add(line, "The custom id must be " + limits.customIdRule() + "; this one has " + fault(id));
    } else if (first > 0) {
      add(
          line,
          "The custom id \"" + id + "\" stands in line " + first + " already; ids must be unique");
    }
    lookAtModel(line);
  }

  /**
   * Gives the line that has the same id already, or 0. Beyond the limit the input is refused
   * anyway, and the ids would only fill memory.
   */
  private long earlierLineOf(RequestLine line) {
    String id = line.customId();
    return id == null || count > limits.maxRequests() ? 0 : ids.put(id, (int) line.number());
  }

  /** A bad id may be anything of the user's, and is not shown. */
  private static String fault(String id) {
    int length = id.codePointCount(0, id.length());
    return length + (length == 1 ? " character" : " characters");
  }

  private void lookAtModel(RequestLine line) {
    String named = line.model() == null ? givenModel : line.model();
    if (limits.oneModel() && named == null) {
      add(line, "The body names no model; " + modelAdvice);
      return;
    }
    if (modelOf == null) {
      modelOf = givenModel == null ? "line " + line.number() : "the options";
      model = givenModel == null ? named : givenModel;
    }
    if (!Objects.equals(model, named)) {
      oneModel = false;
      if (limits.oneModel()) {
        add(line, "The model differs from that of " + modelOf + "; a batch takes one model");
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
   * Holds the whole against the limits.
   *
   * @throws InvalidInputException if anything is wrong
   */
  void finish(long bytes, BatchInput input) {
    if (input instanceof BatchInput.Only only) {
      long missing = only.customIds().stream().filter(id -> !ids.contains(id)).count();
      if (missing > 0) {
        addWhole(missing + " of the ids given to only(...) are not in the input");
      }
    }
    if (count == 0) {
      addWhole("There is no request; give at least one");
    }
    if (count > limits.maxRequests()) {
      addWhole(
          count
              + " requests are more than the "
              + limits.maxRequests()
              + " that one batch takes; split the input");
    }
    if (bytes > limits.maxBytes()) {
      addWhole(
          bytes
              + " bytes are more than the "
              + limits.maxBytes()
              + " that one batch takes; split the input");
    }
    if (problemCount > 0) {
      throw new InvalidInputException(report(bytes));
    }
  }

  private void addWhole(String message) {
    problemCount++;
    ofWhole.add(new Problem(0, null, message));
  }

  /** What is wrong with the whole comes first, so that bad lines never crowd it out. */
  private InputReport report(long bytes) {
    List<Problem> listed =
        Stream.of(ofWhole, problems)
            .flatMap(List::stream)
            .limit(InputReport.MOST_PROBLEMS)
            .toList();
    return new InputReport(count, bytes, listed, problemCount);
  }

  long count() {
    return count;
  }

  /** Gives the model of the options, or the one that all requests name, or null. */
  @Nullable String model() {
    return oneModel ? model : null;
  }
}
