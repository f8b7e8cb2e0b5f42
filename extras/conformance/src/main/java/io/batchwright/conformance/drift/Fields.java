package io.batchwright.conformance.drift;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flattens a schema into its members; a union has those of all its variants. */
final class Fields {
  private final References references;
  private final Map<String, Member> members;
  private final Deque<String> above = new ArrayDeque<>();

  Fields(References references, Map<String, Member> members) {
    this.references = references;
    this.members = members;
  }

  void add(String path, String parent, @Nullable Schema<?> unread) {
    if (unread == null) return;
    String name = unread.get$ref();
    if (name != null && above.contains(name)) return; // it contains itself
    if (name != null) above.push(name);
    Schema<?> schema = references.follow(unread);
    members.merge(path, member(parent, unread, schema), Member::and);
    variants(schema).forEach(variant -> add(path, parent, variant));
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((field, type) -> add(path + "." + field, path, type));
    }
    add(path + "[]", path, schema.getItems());
    if (schema.getAdditionalProperties() instanceof Schema<?> others && hasContent(others)) {
      add(path + ".*", path, others);
    }
    if (name != null) above.pop();
  }

  private static Member member(String parent, Schema<?> unread, Schema<?> schema) {
    String text =
        Objects.toString(unread.getDescription(), "")
            + " "
            + Objects.toString(schema.getDescription(), "");
    return new Member(parent, types(schema), values(schema), text);
  }

  private static Stream<Schema<?>> variants(Schema<?> schema) {
    return Stream.of(schema.getAllOf(), schema.getOneOf(), schema.getAnyOf())
        .filter(Objects::nonNull)
        .flatMap(Collection::stream)
        .map(variant -> (Schema<?>) variant);
  }

  /** Version 3.1 allows several types; null is ignored here. */
  private static Set<String> types(Schema<?> schema) {
    Set<String> types = new TreeSet<>();
    if (schema.getType() != null) types.add(schema.getType());
    if (schema.getTypes() != null) types.addAll(schema.getTypes());
    types.remove("null");
    return types;
  }

  private static Set<String> values(Schema<?> schema) {
    Set<String> values = new TreeSet<>();
    List<?> counted = schema.getEnum();
    if (counted != null) counted.forEach(value -> values.add(String.valueOf(value)));
    if (schema.getConst() != null) values.add(String.valueOf(schema.getConst()));
    values.remove("null");
    return values;
  }

  private static boolean hasContent(Schema<?> schema) {
    return schema.get$ref() != null || !types(schema).isEmpty();
  }
}
