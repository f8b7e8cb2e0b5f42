package io.batchwright.faults;

/** What a fault is a fault of, which decides the phases in which it makes sense. */
enum Kind {
  /** Of a connection or an answer as a whole. */
  WIRE,
  /** Of a request while its body is sent. */
  SENDING,
  /** Of what an answer says; of results it is one line. */
  CONTENT,
  /** Of what a batch says of itself. */
  BATCH,
  /** Of the lines of results. */
  LINES,
  /** Of how a batch ended. */
  END,
  /** Of the search for a batch whose answer was lost. */
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
