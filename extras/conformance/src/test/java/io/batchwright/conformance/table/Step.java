package io.batchwright.conformance.table;

import java.util.Locale;

/** A step that every SDK is tested with. */
public enum Step {
  CREATE,
  POLL,
  RESULTS,
  LIST_PAGES,
  CANCEL,
  DELETE,
  FAILED_REQUEST,
  FAILED_BATCH,
  HTTP_401,
  HTTP_404,
  HTTP_429;

  /** The column heading. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
