package io.batchwright.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.conformance.bed.VendorSpecs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@VendorSpecs.Needed("the comparison with the vendors' specs")
class VendorsSpecsTest {

  @Test
  void whatTheyHaveAndOursLackHasAReason() throws IOException {
    assertThat(
            Drift.isExplained(
                Path.of("../../specs"), VendorSpecs.folder(), Path.of("drift-reasons.txt")))
        .isTrue();
  }
}
