package io.batchwright.conformance.node;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A script that makes calls with an SDK, one after the other, and returns their results. */
public final class Script implements BeforeAllCallback, AfterAllCallback {
  private static final Gson GSON = new Gson();

  private final String file;
  private @Nullable ChildProcess node;

  /** A script in the folder of scripts, which runs during the tests of a class. */
  public Script(String file) {
    this.file = file;
  }

  @Override
  public void beforeAll(ExtensionContext tests) throws IOException {
    node = ChildProcess.start("node", file);
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    if (node != null) node.close();
  }

  /**
   * Returns the result of a call.
   *
   * @throws SdkError if the SDK threw
   */
  public SdkValue call(String name, Object... arguments) {
    ChildProcess running = Objects.requireNonNull(node, "only while the tests of a class run");
    running.writeLine(GSON.toJson(Map.of("call", name, "args", List.of(arguments))));
    String line = running.readLine();
    while (!line.startsWith("{")) line = running.readLine(); // the SDK's warnings
    JsonObject response = JsonParser.parseString(line).getAsJsonObject();
    if (response.has("error")) throw new SdkError(new SdkValue(response.get("error")));
    return new SdkValue(response.get("value"));
  }
}
