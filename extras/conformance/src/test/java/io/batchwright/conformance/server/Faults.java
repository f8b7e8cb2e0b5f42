package io.batchwright.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.conformance.drift.Reasons;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** What a server found wrong with one vendor's requests and answers. Thread-safe. */
final class Faults {
  private final String vendor;
  private final String root;
  private final Set<String> lines = new ConcurrentSkipListSet<>();

  /**
   * No faults as yet.
   *
   * @param root the URL where the paths of the vendor's specification begin
   */
  Faults(String vendor, String root) {
    this.vendor = vendor;
    this.root = root;
  }

  /** The path of a request as it is in the specification, with its query. */
  String path(HttpUrl url) {
    assertThat(url.toString()).startsWith(root);
    return url.toString().substring(root.length());
  }

  /** Adds a fault; ids in its path and positions in lists do not matter. */
  void add(Request request, String where, String what) {
    String path =
        path(request.url()).replaceAll("\\?.*", "").replaceAll("(batches|files)/[^/:]+", "$1/{}");
    String place = where.replaceAll("\\.\\d+(?=\\.|$)", "[]");
    lines.add("%s %s %s %s: %s".formatted(vendor, request.method(), path, place, what));
  }

  void assertAllHaveReasons(Reasons reasons) {
    assertThat(lines.stream().filter(line -> reasons.of(line).isEmpty())).isEmpty();
  }
}
