package io.batchwright.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.conformance.drift.Reasons;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The violations of one specification that a checker found. Thread-safe. */
final class Findings {
  private final String checker;
  private final String specification;
  private final String root;
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<String> lines = new ConcurrentSkipListSet<>();

  /**
   * Starts without findings.
   *
   * @param root the URL where the paths of the specification begin
   */
  Findings(String checker, Specification specification, String root) {
    this.checker = checker;
    this.specification = specification.title();
    this.root = root;
  }

  /** Counts a checked request, unless it went elsewhere. */
  void checked(Request request) {
    if (request.url().toString().startsWith(root)) requests.incrementAndGet();
  }

  /** The path of a request relative to the specification, with its query. */
  String path(HttpUrl url) {
    assertThat(url.toString()).startsWith(root);
    return url.toString().substring(root.length());
  }

  /** Adds a finding; ids in its path and positions in lists are normalized. */
  void add(Request request, String where, String what) {
    String path =
        path(request.url()).replaceAll("\\?.*", "").replaceAll("(batches|files)/[^/:]+", "$1/{}");
    String place = where.replaceAll("\\.\\d+(?=\\.|$)", "[]");
    lines.add("%s %s %s %s: %s".formatted(specification, request.method(), path, place, what));
  }

  /** Prints how much was checked and found, and fails if a finding has no reason. */
  void assertAllHaveReasons(Reasons reasons) {
    List<String> without = lines.stream().filter(line -> reasons.of(line).isEmpty()).toList();
    System.out.printf(
        "%s on %s: %d requests, %d findings, %d without a reason%n",
        checker, specification, requests.get(), lines.size(), without.size());
    assertThat(without).isEmpty();
  }
}
