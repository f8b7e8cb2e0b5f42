package io.batchwright.contract;

import io.batchwright.SubmitOptions;
import java.util.List;

/** Further properties of a provider that accepts input files uploaded in advance. */
public interface FileSubject extends Subject {
  /** Uploads lines unchanged and returns the id of the file; fails if the provider refuses it. */
  String upload(TestBed bed, List<String> lines);

  /** Returns the options that a submit of such a file needs. */
  default SubmitOptions withUploaded() {
    return SubmitOptions.none();
  }

  /** Whether a missing file is detected when the batch runs, and not in the create. */
  boolean missesInputLate();
}
