package io.batchwright.conformance.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.conformance.bed.VendorSpecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A vendor's own specification; Gemini has two, and neither is complete. */
enum Specification {
  ANTHROPIC(Vendor.ANTHROPIC, ""),
  GEMINI(Vendor.GEMINI, ""),
  GEMINI_2026_08(Vendor.GEMINI, "/v1beta"),
  MOONSHOT(Vendor.MOONSHOT, ""),
  OPENAI(Vendor.OPENAI, ""),
  ZHIPU(Vendor.ZHIPU, "");

  private final Vendor vendor;
  private final String pathPrefix;

  /**
   * A specification.
   *
   * @param pathPrefix the path prefix that it leaves to the base URL and our client sends
   */
  Specification(Vendor vendor, String pathPrefix) {
    this.vendor = vendor;
    this.pathPrefix = pathPrefix;
  }

  Vendor vendor() {
    return vendor;
  }

  /** Its name in findings. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The file; a modified copy if a path prefix is missing. */
  Path file(Path folder) throws IOException {
    String name = title() + ".openapi.json";
    Path file = VendorSpecs.folder().resolve(name);
    if (pathPrefix.isEmpty()) return file;
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    JsonObject paths = new JsonObject();
    json.getAsJsonObject("paths")
        .entrySet()
        .forEach(path -> paths.add(pathPrefix + path.getKey(), path.getValue()));
    json.add("paths", paths);
    json.remove("servers");
    return Files.writeString(folder.resolve(name), json.toString());
  }
}
