package io.batchwright.benchmarks.server;

import java.nio.file.Path;

/**
 * A file in the folder and how it is sent; all of this is in the requested name, such as {@code
 * anthropic}, {@code anthropic.gzip}, {@code anthropic.chunked} or {@code anthropic.x10}.
 *
 * @param file the file
 * @param gzip whether it is compressed
 * @param chunked whether it is sent in chunks without a content length
 * @param times how often it is sent, as if it were one file
 */
record Served(Path file, boolean gzip, boolean chunked, int times) {
  static Served of(Path folder, String name) {
    int dot = name.lastIndexOf('.');
    String base = dot < 0 ? name : name.substring(0, dot);
    String mode = dot < 0 ? "" : name.substring(dot + 1);
    boolean gzip = mode.equals("gzip");
    int times = mode.startsWith("x") ? Integer.parseInt(mode.substring(1)) : 1;
    Path file = folder.resolve(base + (gzip ? ".jsonl.gz" : ".jsonl"));
    return new Served(file, gzip, mode.equals("chunked"), times);
  }
}
