package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses the path of a request. Its first segment is the sandbox's own.
 *
 * @param collection the resource collection of the path
 * @param id its name without the collection
 */
record Route(@Nullable Operation operation, String collection, String id) {
  private static final Set<String> VERSIONS = Set.of("v1beta", "v1");
  private static final Set<String> VERBS = Set.of("upload", "download");
  private static final Route NOWHERE = new Route(null, "", "");

  static Route of(Exchange exchange) {
    List<String> path = new ArrayList<>(exchange.url().pathSegments());
    String own = path.remove(0);
    // Google's SDKs append the path of an upload URL to their base URL, which has that path
    // already.
    if (path.size() > 1 && path.get(0).equals(own)) path.remove(0);
    boolean verbal = path.size() > 1 && VERBS.contains(path.get(0));
    String first = verbal ? path.remove(0) + " " : "";
    if (path.size() < 2 || path.size() > 3 || !VERSIONS.contains(path.get(0))) return NOWHERE;
    String last = path.size() == 3 ? path.get(2) : "";
    int colon = last.lastIndexOf(':');
    String id = colon < 0 ? last : last.substring(0, colon);
    String verb = colon < 0 ? "" : last.substring(colon);
    String shape = first + path.get(1) + (id.isEmpty() ? "" : " id") + verb;
    Operation operation = operation(exchange, exchange.method() + " " + shape);
    return new Route(operation, path.get(1), id);
  }

  private static @Nullable Operation operation(Exchange exchange, String shape) {
    return switch (shape) {
      case "POST models id:batchGenerateContent",
          "POST tunedModels id:batchGenerateContent",
          "POST models id:asyncBatchEmbedContent",
          "POST tunedModels id:asyncBatchEmbedContent" ->
          Operation.CREATE;
      case "GET batches" -> Operation.LIST;
      case "GET batches id" -> Operation.RETRIEVE;
      case "DELETE batches id", "DELETE files id" -> Operation.DELETE;
      case "POST batches id:cancel" -> Operation.CANCEL;
      case "POST upload files" -> upload(exchange);
      case "GET files" -> Operation.LIST_FILES;
      case "GET files id" -> Operation.RETRIEVE_FILE;
      case "GET files id:download", "GET download files id:download" -> Operation.RESULTS;
      default -> null;
    };
  }

  /** The resource name in the path. */
  String name() {
    return collection + "/" + id;
  }

  /** The steps of an upload are distinguished by a header and by whether the upload exists. */
  private static Operation upload(Exchange exchange) {
    if (exchange.url().queryParameter("upload_id") == null) return Operation.UPLOAD;
    boolean query = UploadHeaders.commands(exchange.headers()).contains("query");
    return query ? Operation.UPLOAD_QUERY : Operation.UPLOAD_CHUNK;
  }
}
