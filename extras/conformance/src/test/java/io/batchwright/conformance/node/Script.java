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

/** A script that makes calls with an SDK, one after the other, and hands over what they gave. */
public final class Script implements BeforeAllCallback, AfterAllCallback {
  private static final Gson GSON = new Gson();

  private final String file;
  private @Nullable ChildProcess node;

  /** A script in the folder of scripts, which runs while the tests of a class do. */
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
   * What a call gave.
   *
   * @throws SdkError if the SDK threw
   */
  public Given call(String name, Object... arguments) {
    ChildProcess running = Objects.requireNonNull(node, "only while the tests of a class run");
    running.writeLine(GSON.toJson(Map.of("call", name, "args", List.of(arguments))));
    String line = running.readLine();
    while (!line.startsWith("{")) line = running.readLine(); // what the SDK warns of
    JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
    if (answer.has("error")) throw new SdkError(new Given(answer.get("error")));
    return new Given(answer.get("value"));
  }
}
