package io.batchwright.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.bed.VendorSpecs;
import io.batchwright.conformance.drift.Reasons;
import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.Server;
import java.io.IOException;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The requests of our client, validated by steady against the vendors' own specifications. */
@NeedsNode("@stdy/cli")
@VendorSpecs.Needed("steady on the vendors' specs")
class SteadyTest {
  private static Reasons reasons;

  @RegisterExtension final TestBed bed = new TestBed();

  @TempDir Path folder;

  @BeforeAll
  static void readReasons() throws IOException {
    reasons = Reasons.read(Path.of("steady-reasons.txt"));
  }

  @AfterAll
  static void eachReasonWasNeeded() {
    assertThat(reasons.unused()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingWrongWithWhatTheClientSends(Specification spec) throws IOException {
    Vendor vendor = spec.vendor();
    Findings findings = new Findings("steady", spec, vendor.root(bed.sandbox()));
    try (Server steady = Server.steady(spec.file(folder))) {
      Copies copies = new Copies(steady.url(), findings);
      OkHttpClient copying = new OkHttpClient.Builder().addInterceptor(copies).build();
      Walk.at(
          vendor, bed, builder -> builder.baseUrl(vendor.url(bed.sandbox())).okHttpClient(copying));
    }

    findings.assertAllHaveReasons(reasons);
  }
}
