package io.batchwright.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The vendors' specifications are not part of the project, so they may not be there. */
class VendorsSpecsTest {

  @Test
  void whatTheyHaveAndOursLackHasAReason() throws IOException {
    String folder = System.getProperty("vendor.specs", "");
    if (folder.isEmpty()) {
      System.out.println(
          "NOT RUN: the comparison with the vendors' specs, for want of -Dvendor.specs");
    }
    assumeTrue(!folder.isEmpty());

    assertThat(
            Drift.isExplained(
                Path.of("../../specs"), Path.of(folder), Path.of("drift-reasons.txt")))
        .isTrue();
  }
}
