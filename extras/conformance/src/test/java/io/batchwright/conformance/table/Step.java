package io.batchwright.conformance.table;

import java.util.Locale;

/** What every SDK is asked to do with a batch. */
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

  /** As it heads a column. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
