package io.batchwright.benchmarks.run;

import io.batchwright.BatchClient;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command to start a Java process like this one.
 *
 * @param classPath the jars
 * @param options options of the JVM
 */
record JavaCommand(List<String> classPath, List<String> options) {
  static JavaCommand likeThis() {
    String path = System.getProperty("java.class.path", "");
    List<String> jars =
        Stream.of(path.split(File.pathSeparator, -1))
            .map(jar -> Path.of(jar).toAbsolutePath().normalize().toString())
            .toList();
    return new JavaCommand(jars, List.of());
  }

  JavaCommand with(String option) {
    List<String> more = Stream.concat(options.stream(), Stream.of(option)).toList();
    return new JavaCommand(classPath, more);
  }

  /** The same with only these jars, in the same order. */
  JavaCommand only(Set<String> jars) {
    return new JavaCommand(classPath.stream().filter(jars::contains).toList(), options);
  }

  /** The same with another build of the library. */
  JavaCommand withLibrary(Path jar) {
    String ours =
        Path.of(BatchClient.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString();
    return new JavaCommand(
        classPath.stream()
            .map(entry -> entry.equals(ours) ? jar.toAbsolutePath().toString() : entry)
            .toList(),
        options);
  }

  List<String> main(Class<?> type, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath.stream().collect(Collectors.joining(File.pathSeparator)));
    command.add(type.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
