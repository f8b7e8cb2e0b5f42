package io.batchwright.conformance.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.conformance.stage.VendorSpecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A vendor's own specification; of Gemini's two, neither says all. */
enum Specification {
  ANTHROPIC(Vendor.ANTHROPIC, ""),
  GEMINI(Vendor.GEMINI, ""),
  GEMINI_2026_08(Vendor.GEMINI, "/v1beta"),
  MOONSHOT(Vendor.MOONSHOT, ""),
  OPENAI(Vendor.OPENAI, ""),
  ZHIPU(Vendor.ZHIPU, "");

  private final Vendor vendor;
  private final String unsaid;

  /**
   * A specification.
   *
   * @param unsaid what its paths leave to the base URL, and our client does not
   */
  Specification(Vendor vendor, String unsaid) {
    this.vendor = vendor;
    this.unsaid = unsaid;
  }

  Vendor vendor() {
    return vendor;
  }

  /** As it is called in what is found. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The file; a copy in the folder where something is unsaid. */
  Path file(Path folder) throws IOException {
    String name = title() + ".openapi.json";
    Path file = VendorSpecs.folder().resolve(name);
    if (unsaid.isEmpty()) return file;
    JsonObject said = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    JsonObject paths = new JsonObject();
    said.getAsJsonObject("paths")
        .entrySet()
        .forEach(path -> paths.add(unsaid + path.getKey(), path.getValue()));
    said.add("paths", paths);
    said.remove("servers");
    return Files.writeString(folder.resolve(name), said.toString());
  }
}
