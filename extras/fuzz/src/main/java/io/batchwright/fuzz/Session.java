package io.batchwright.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the fuzzer on one target, in a process of its own. What it finds interesting is kept,
 * and is where the next run begins.
 *
 * @param home the folder of this module
 * @param options how long it runs
 */
record Session(Path home, Options options) {
  /** The longest that one input may take; the first one loads the classes too. */
  private static final String TIMEOUT = "-timeout=60";

  /** What all inputs must do with. */
  private static final String HEAP = "-Xmx256m";

  Finding run(Target target) {
    Path folder = home.resolve("target/fuzz").resolve(target.word());
    Path log = folder.resolve("log");
    try {
      Files.createDirectories(folder.resolve("corpus"));
      Process process =
          new ProcessBuilder(command(target, folder))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      int exit = process.waitFor();
      return Finding.read(target, exit, Files.readString(log, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new IllegalStateException("The fuzzer cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private List<String> command(Target target, Path folder) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                // A short run is over before the better compiler pays.
                "-XX:TieredStopAtLevel=" + (options.seconds() < 60 ? 1 : 4),
                "-XX:-OmitStackTraceInFastThrow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=io.batchwright.**",
                // Neither the generated clients, nor what the library is compared with.
                "--instrumentation_excludes=io.batchwright.client.**:io.batchwright.testing.**",
                "--custom_hook_includes=io.batchwright.**",
                "--custom_hook_excludes=io.batchwright.client.**:io.batchwright.testing.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-print_final_stats=1",
                "-seed=" + options.seed(),
                "-max_total_time=" + options.seconds(),
                TIMEOUT,
                "-dict=" + home.resolve("words.dict")));
    if (options.runs() >= 0) {
      command.add("-runs=" + options.runs());
    }
    command.add(folder.resolve("corpus").toString());
    command.add(home.resolve("seeds").resolve(target.word()).toString());
    return command;
  }
}
