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
 * A specification as a list of what it says, each under a path such as {@code POST /batches
 * body.metadata}. Two specifications of one API have the same paths where they say the same.
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
   * What a specification says.
   *
   * @param line the name of the schema of a line of results, which no operation has, or ""
   */
  static Map<String, Member> of(OpenAPI spec, String line) {
    Outline outline = new Outline(spec);
    String base = spec.getServers() == null ? "" : spec.getServers().get(0).getUrl();
    spec.getPaths()
        .forEach(
            (path, item) -> {
              // What stands behind a question mark is the same operation with beta features.
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
    // Where nothing is said of any status, what comes by default is the answer.
    boolean telling = operation.getResponses().keySet().stream().anyMatch(s -> s.startsWith("2"));
    operation
        .getResponses()
        .forEach((status, response) -> add(name, telling && !status.startsWith("2"), response));
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
        operation + (error ? " error" : " answer"),
        operation,
        references.follow(response).getContent());
  }

  private void body(String path, String operation, @Nullable Content content) {
    if (content == null) return;
    content.values().forEach(media -> fields.add(path, operation, media.getSchema()));
  }
}
