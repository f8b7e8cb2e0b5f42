package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the path of a request. Its first segment is the sandbox's own. */
record Route(@Nullable Operation operation, String batchId) {
  private static final List<String> COLLECTION = List.of("v1", "messages", "batches");

  static Route of(Exchange exchange) {
    List<String> path = exchange.url().pathSegments();
    if (path.size() < 4 || !path.subList(1, 4).equals(COLLECTION)) return new Route(null, "");
    String id = path.size() > 4 ? path.get(4) : "";
    String rest = String.join("/", path.subList(Math.min(path.size(), 5), path.size()));
    return new Route(operation(exchange.method(), id, rest), id);
  }

  private static @Nullable Operation operation(String method, String id, String rest) {
    return switch (method + (id.isEmpty() ? "" : " id ") + rest) {
      case "POST" -> Operation.CREATE;
      case "GET" -> Operation.LIST;
      case "GET id " -> Operation.RETRIEVE;
      case "DELETE id " -> Operation.DELETE;
      case "POST id cancel" -> Operation.CANCEL;
      case "GET id results" -> Operation.RESULTS;
      default -> null;
    };
  }
}
