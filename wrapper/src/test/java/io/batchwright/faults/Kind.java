package io.batchwright.faults;

/** The kind of a fault, which decides in which phases it is applicable. */
enum Kind {
  /** Of a connection or a whole response. */
  WIRE,
  /** Of a request while its body is sent. */
  SENDING,
  /** Of the content of a response; in results, of one line. */
  CONTENT,
  /** Of the status of a batch. */
  BATCH,
  /** Of the lines of results. */
  LINES,
  /** Of the end of a batch. */
  END,
  /** Of the search for a batch whose response was lost. */
  SEARCH;

  boolean fits(Phase phase) {
    return switch (this) {
      case WIRE, CONTENT -> true;
      case SENDING -> phase == Phase.UPLOAD || phase == Phase.CHUNK || phase == Phase.CREATE;
      case BATCH -> phase != Phase.UPLOAD && phase != Phase.CHUNK;
      case LINES -> phase == Phase.RESULTS || phase == Phase.RESUME;
      case END -> phase.compareTo(Phase.STATUS) >= 0 && phase != Phase.OUTAGE;
      case SEARCH -> phase == Phase.CREATE;
    };
  }
}
