package io.batchwright.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the fuzzer on one target, in its own process. Interesting inputs are kept, and the
 * next run starts from them.
 *
 * @param home the folder of this module
 * @param options how long it runs
 */
record Session(Path home, Options options) {
  /** The maximum time per input; the first one includes class loading. */
  private static final String TIMEOUT = "-timeout=60";

  /** The heap that must suffice for all inputs. */
  private static final String HEAP = "-Xmx256m";

  Finding run(Target target) {
    Path folder = home.resolve("target/fuzz").resolve(target.folder());
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
                // A short run ends before the optimizing compiler pays off.
                "-XX:TieredStopAtLevel=" + (options.seconds() < 60 ? 1 : 4),
                "-XX:-OmitStackTraceInFastThrow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=io.batchwright.**",
                // Excludes the generated clients and the reference implementations.
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
    command.add(home.resolve("seeds").resolve(target.folder()).toString());
    return command;
  }
}
