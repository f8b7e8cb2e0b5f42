package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the path of a request, with the id in it, if any. */
record Route(@Nullable Operation operation, String id) {

  /**
   * Parses a path.
   *
   * @param prefix the prefix of the provider's paths
   */
  static Route of(Exchange exchange, String prefix) {
    List<String> all = exchange.url().pathSegments();
    int skip = prefix.split("/", -1).length - 1;
    List<String> path = all.subList(Math.min(skip, all.size()), all.size());
    boolean ours = ("/" + String.join("/", all)).startsWith(prefix + "/");
    if (!ours || path.size() > 3) return new Route(null, "");
    String id = path.size() > 1 ? path.get(1) : "";
    String rest = path.size() > 2 ? " " + path.get(2) : "";
    String shape = path.get(0) + (id.isEmpty() ? "" : " id") + rest;
    return new Route(operation(exchange.method() + " " + shape), id);
  }

  private static @Nullable Operation operation(String shape) {
    return switch (shape) {
      case "POST batches" -> Operation.CREATE;
      case "GET batches" -> Operation.LIST;
      case "GET batches id" -> Operation.RETRIEVE;
      case "POST batches id cancel" -> Operation.CANCEL;
      case "POST files" -> Operation.UPLOAD;
      case "GET files" -> Operation.LIST_FILES;
      case "GET files id" -> Operation.RETRIEVE_FILE;
      case "DELETE files id" -> Operation.DELETE;
      case "GET files id content" -> Operation.RESULTS;
      default -> null;
    };
  }
}
