package io.batchwright.conformance.drift;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a specification. Its references are kept, except for those into other files, which become
 * components of its own.
 */
final class SpecFile {
  private SpecFile() {}

  /** Returns the specification, even if it has errors that the parser can recover from. */
  static OpenAPI read(Path file) throws IOException {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readLocation(file.toUri().toString(), null, options);
    OpenAPI spec = result.getOpenAPI();
    if (spec == null || spec.getPaths() == null) {
      throw new IOException(file.getFileName() + " cannot be read: " + result.getMessages());
    }
    return spec;
  }
}
