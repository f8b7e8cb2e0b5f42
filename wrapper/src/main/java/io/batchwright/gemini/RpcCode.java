package io.batchwright.gemini;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes of google.rpc, which batches and result lines use where HTTP answers have an HTTP
 * status.
 */
final class RpcCode {
  static final String CANCELLED = "1";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(CANCELLED, "CANCELLED"),
          Map.entry("2", "UNKNOWN"),
          Map.entry("3", "INVALID_ARGUMENT"),
          Map.entry("4", "DEADLINE_EXCEEDED"),
          Map.entry("5", "NOT_FOUND"),
          Map.entry("6", "ALREADY_EXISTS"),
          Map.entry("7", "PERMISSION_DENIED"),
          Map.entry("8", "RESOURCE_EXHAUSTED"),
          Map.entry("9", "FAILED_PRECONDITION"),
          Map.entry("10", "ABORTED"),
          Map.entry("11", "OUT_OF_RANGE"),
          Map.entry("12", "UNIMPLEMENTED"),
          Map.entry("13", "INTERNAL"),
          Map.entry("14", "UNAVAILABLE"),
          Map.entry("15", "DATA_LOSS"),
          Map.entry("16", "UNAUTHENTICATED"));

  private static final Set<String> PASSING =
      Set.of("DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED", "ABORTED", "INTERNAL", "UNAVAILABLE");

  private RpcCode() {}

  /** Names a code; null if it has no name. */
  static @Nullable String name(@Nullable String code) {
    return code == null ? null : NAMES.get(code);
  }

  /** Says whether a request with an error of this name may succeed when it is sent again. */
  static boolean passes(@Nullable String name) {
    return name != null && PASSING.contains(name);
  }
}
