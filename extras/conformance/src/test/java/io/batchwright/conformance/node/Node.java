package io.batchwright.conformance.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Node on this machine, and the packages that {@code npm ci} installed next to the scripts. */
public final class Node {
  /** The folder of the scripts and their packages. */
  static final Path FOLDER = Path.of("src/test/node").toAbsolutePath();

  private static final JsonObject WANTED = json(FOLDER.resolve("package.json"));
  private static final Optional<String> OBSTACLE = findObstacle();

  private Node() {}

  /** Why tests with Node cannot run here, to follow "because"; empty if they can. */
  public static Optional<String> obstacle() {
    return OBSTACLE;
  }

  /** The pinned version of a package. */
  public static String version(String npm) {
    return WANTED.getAsJsonObject("dependencies").get(npm).getAsString();
  }

  private static Optional<String> findObstacle() {
    Version needed = Version.parse(text(WANTED, "engines", "node").substring(">=".length()));
    String found = installed();
    if (found.isEmpty()) return Optional.of("Node is not installed");
    if (Version.parse(found).compareTo(needed) < 0) {
      return Optional.of("Node " + found + " is older than " + needed);
    }
    for (Map.Entry<String, JsonElement> npm : WANTED.getAsJsonObject("dependencies").entrySet()) {
      if (!npm.getValue().getAsString().equals(installed(npm.getKey()))) {
        return Optional.of("\"npm ci\" has to be run in extras/conformance/src/test/node");
      }
    }
    return Optional.empty();
  }

  /** The installed version of Node, or "" if there is none. */
  private static String installed() {
    try (ChildProcess node = ChildProcess.start("node", "--version")) {
      return node.readLine().strip().substring("v".length());
    } catch (IOException e) {
      return "";
    }
  }

  /** The installed version of a package, or "". */
  private static String installed(String npm) {
    Path file = FOLDER.resolve("node_modules").resolve(npm).resolve("package.json");
    return Files.exists(file) ? text(json(file), "version") : "";
  }

  private static String text(JsonObject object, String... path) {
    JsonElement at = object;
    for (String name : path) at = at.getAsJsonObject().get(name);
    return at.getAsString();
  }

  private static JsonObject json(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
