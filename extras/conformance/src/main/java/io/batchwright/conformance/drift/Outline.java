package io.batchwright.conformance.drift;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A specification as a list of elements, each with a path such as {@code POST /batches
 * body.metadata}. Two specifications of one API have the same paths where they agree.
 */
final class Outline {
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final References references;
  private final Fields fields;

  private Outline(OpenAPI spec) {
    this.references = new References(spec.getComponents());
    this.fields = new Fields(references, members);
  }

  /**
   * Lists the elements of a specification.
   *
   * @param line the schema of a result line, which no operation references, or ""
   */
  static Map<String, Member> of(OpenAPI spec, String line) {
    Outline outline = new Outline(spec);
    String base = spec.getServers() == null ? "" : spec.getServers().get(0).getUrl();
    spec.getPaths()
        .forEach(
            (path, item) -> {
              // After a question mark, it is the same operation with beta features.
              if (!path.contains("?")) outline.add(Paths.plain(base + path), item);
            });
    if (!line.isEmpty()) {
      outline.fields.add("line", "", new Schema<>().$ref("#/components/schemas/" + line));
    }
    return outline.members;
  }

  private void add(String path, PathItem item) {
    item.readOperationsMap()
        .forEach((method, operation) -> add(method + " " + path, item, operation));
  }

  private void add(String name, PathItem item, Operation operation) {
    members.put(name, new Member("", Set.of(), Set.of(), ""));
    parameters(item.getParameters(), operation.getParameters())
        .map(references::follow)
        .filter(parameter -> !"path".equals(parameter.getIn()))
        .forEach(parameter -> add(name, parameter));
    if (operation.getRequestBody() != null) {
      body(name + " body", name, references.follow(operation.getRequestBody()).getContent());
    }
    // Without any status, the default response is used.
    boolean hasSuccess =
        operation.getResponses().keySet().stream().anyMatch(s -> s.startsWith("2"));
    operation
        .getResponses()
        .forEach((status, response) -> add(name, hasSuccess && !status.startsWith("2"), response));
  }

  private static Stream<Parameter> parameters(
      @Nullable List<Parameter> ofPath, @Nullable List<Parameter> ofOperation) {
    return Stream.of(ofPath, ofOperation).filter(Objects::nonNull).flatMap(List::stream);
  }

  private void add(String operation, Parameter parameter) {
    boolean header = "header".equals(parameter.getIn());
    String name = header ? parameter.getName().toLowerCase(Locale.ROOT) : parameter.getName();
    String path = operation + (header ? " header " : " ?") + name;
    String text = Objects.toString(parameter.getDescription(), "");
    members.put(path, new Member(operation, Set.of(), Set.of(), text));
    fields.add(path, operation, parameter.getSchema());
  }

  private void add(String operation, boolean error, ApiResponse response) {
    body(
        operation + (error ? " error" : " response"),
        operation,
        references.follow(response).getContent());
  }

  private void body(String path, String operation, @Nullable Content content) {
    if (content == null) return;
    content.values().forEach(media -> fields.add(path, operation, media.getSchema()));
  }
}
