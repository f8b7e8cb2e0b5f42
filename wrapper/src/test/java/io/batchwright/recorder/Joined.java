package io.batchwright.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins the records of all tests, sorted by their headings, into one text, and removes what differs
 * between two runs of one commit. Needs no other class, so that {@code java Joined.java FOLDER OUT}
 * runs it.
 */
final class Joined {
  private static final Pattern UUID =
      Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
  private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.1:|--port |Port )\\d+");
  private static final Pattern TEMPORARY = Pattern.compile("(?:/[\\w.-]+)*/junit-?\\d+");

  /** A map in memory has another order in every JVM, and so do the requests created from it. */
  private static final Pattern METADATA = Pattern.compile("(\"metadata\":\\{)([^{}]+)");

  /** Only commands run in real time. */
  private static final Pattern TIME =
      Pattern.compile(
          "20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z|(?<=\"(?:created|seconds)\":)[\\d.]+|(?<=err: time {6})[\\d.]+ s");

  private Joined() {}

  public static void main(String[] args) throws IOException {
    Map<String, List<String>> records = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.toList()) {
        List<String> lines = Files.readAllLines(file);
        if (records.put(lines.get(0), stable(lines)) != null) {
          throw new IllegalStateException("Two records are headed " + lines.get(0));
        }
      }
    }
    Files.write(Path.of(args[1]), records.values().stream().flatMap(List::stream).toList());
    Map<String, Long> parts =
        records.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    heading -> heading.substring(3, heading.indexOf(' ', 3)),
                    TreeMap::new,
                    Collectors.counting()));
    long lines = records.values().stream().mapToLong(List::size).sum();
    System.out.println(parts + " records, " + lines + " lines in " + args[1]);
  }

  /** Numbers random values, and moves the lines of other threads, sorted, to the end. */
  private static List<String> stable(List<String> lines) {
    Map<String, String> uuids = new HashMap<>();
    List<String> own = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String line : lines) {
      String stable = PORT.matcher(line).replaceAll("$1PORT");
      stable = TEMPORARY.matcher(stable).replaceAll("TEMPORARY");
      stable = UUID.matcher(stable).replaceAll(found -> number(uuids, found.group()));
      stable = METADATA.matcher(stable).replaceAll(Joined::sorted);
      if (lines.get(0).startsWith("== command")) {
        stable = TIME.matcher(stable).replaceAll("TIME");
      }
      (line.startsWith("~ ") ? others : own).add(stable);
    }
    others.sort(null);
    own.addAll(others);
    return own;
  }

  private static String sorted(MatchResult metadata) {
    String members =
        Pattern.compile(",")
            .splitAsStream(metadata.group(2))
            .sorted()
            .collect(Collectors.joining(","));
    return Matcher.quoteReplacement(metadata.group(1) + members);
  }

  private static String number(Map<String, String> uuids, String uuid) {
    return Matcher.quoteReplacement(uuids.computeIfAbsent(uuid, u -> "uuid-" + (uuids.size() + 1)));
  }
}
