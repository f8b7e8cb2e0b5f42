package io.batchwright.cli;

import io.batchwright.sandbox.Sandbox;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command sees of the process around it.
 *
 * @param env reads an environment variable, null if it is not set
 * @param out receives the output
 * @param err takes everything else
 * @param columns how wide the terminal behind {@code err} is; 0 if it is none
 * @param program how the user calls this program, for commands that are shown to be copied
 * @param sandbox starts what takes the place of a provider
 */
record World(
    Function<String, @Nullable String> env,
    PrintStream out,
    PrintStream err,
    int columns,
    String program,
    Supplier<Sandbox> sandbox) {

  /**
   * Returns the real one. Java cannot detect whether stderr alone is a terminal, so the launcher
   * says it, by giving its width.
   */
  static World ofSystem() {
    return new World(
        System::getenv,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Integer.getInteger("batchwright.columns", 0),
        System.getProperty("batchwright.program", "batchwright"),
        // Anthropic's hint of 10 s would make a batch of 2 s last as long.
        () -> Sandbox.builder().pollHint(Duration.ZERO).start());
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
