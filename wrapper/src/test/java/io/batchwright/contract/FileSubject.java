package io.batchwright.contract;

import io.batchwright.SubmitOptions;
import java.util.List;

/** What the suite must know besides of a provider that takes files uploaded before. */
public interface FileSubject extends Subject {
  /** Uploads lines as they are, and gives the id of the file; fails if the provider refuses. */
  String upload(Stage stage, List<String> lines);

  /** Gives what a submit of such a file has to say beside it. */
  default SubmitOptions withUploaded() {
    return SubmitOptions.none();
  }

  /** Says whether the lack of a file shows when the batch runs, and not in the create. */
  boolean missesInputLate();
}
