package io.batchwright.cli;

import io.batchwright.BatchException;
import io.batchwright.SubmitCandidates;
import io.batchwright.SubmitException;
import io.batchwright.SubmitException.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to do when a submit has failed.
 *
 * @param command the command that submitted
 * @param connection where a batch may have been created
 */
record SubmitAdvice(InputCommand command, Connection connection) {
  static final Advice UNSURE =
      new Advice(
          null,
          "If all of the input had been sent by then, a batch may have been created, and will be billed: "
              + "check the provider's list of batches before you submit again.");

  Advice after(SubmitException error) {
    boolean unsure = error.delivery() == Delivery.MAYBE_CREATED;
    Advice first = unsure ? whatMayExist(error) : Advice.NONE;
    String fileId = error.uploadedFileId();
    if (fileId == null
        || first.ref() != null
        || (!unsure && !error.retryable() && command.requests.isFile(fileId))) {
      return first;
    }
    String again =
        unsure
            ? "\nIf no batch was created, submit the file that the provider has already:\n  "
            : "The provider has the file. To submit it again without another upload:\n  ";
    return new Advice(null, first.text() + again + submitUploaded(fileId));
  }

  private String submitUploaded(String fileId) {
    List<String> words = new ArrayList<>(List.of("submit", "--uploaded", fileId));
    words.addAll(List.of("--provider", command.provider().toString()));
    words.addAll(command.options.words());
    return command.commandLine(words);
  }

  private Advice whatMayExist(SubmitException error) {
    SubmitCandidates found;
    try {
      found = connection.client().findSubmitted(error.attempt());
    } catch (BatchException e) {
      return UNSURE;
    }
    if (found.batches().isEmpty()) {
      return new Advice(
          null,
          "The provider lists no batch that fits. One may still appear: check again in a few minutes, before you submit again.");
    }
    String lines =
        found.batches().stream()
            .map(batch -> "  " + command.commandOn("status", batch.ref()))
            .collect(Collectors.joining("\n"));
    String match =
        found.certain()
            ? "It created this batch:\n"
            : "By time and size it may have created this batch; do not submit again before you are sure:\n";
    return new Advice(found.certain() ? found.batches().get(0).ref() : null, match + lines);
  }
}
