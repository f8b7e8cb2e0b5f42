package io.batchwright.conformance.drift;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the references of one specification, all of which point to its components. */
final class References {
  private final Components components;

  References(@Nullable Components components) {
    this.components = components == null ? new Components() : components;
  }

  Schema<?> follow(Schema<?> schema) {
    String ref = schema.get$ref();
    return ref == null ? schema : follow(find(components.getSchemas(), ref));
  }

  Parameter follow(Parameter parameter) {
    String ref = parameter.get$ref();
    return ref == null ? parameter : follow(find(components.getParameters(), ref));
  }

  RequestBody follow(RequestBody body) {
    String ref = body.get$ref();
    return ref == null ? body : follow(find(components.getRequestBodies(), ref));
  }

  ApiResponse follow(ApiResponse response) {
    String ref = response.get$ref();
    return ref == null ? response : follow(find(components.getResponses(), ref));
  }

  private static <T> T find(@Nullable Map<String, T> named, String ref) {
    T found = named == null ? null : named.get(ref.substring(ref.lastIndexOf('/') + 1));
    if (found == null) throw new IllegalArgumentException(ref + " leads nowhere");
    return found;
  }
}
