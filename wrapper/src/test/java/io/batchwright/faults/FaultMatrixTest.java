package io.batchwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.contract.Subjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the matrix of faults, prints it, and compares it with the expected outcomes. */
class FaultMatrixTest {
  private static Matrix matrix = new Matrix(Map.of());

  @BeforeAll
  static void run() throws InterruptedException, ExecutionException, IOException {
    matrix = Matrix.run();
    System.out.println(matrix);
    Files.writeString(Path.of("target", "fault-matrix.txt"), matrix.toString());
  }

  @TestFactory
  Stream<DynamicContainer> whatIsSeenIsWhatMustBe() {
    return Subjects.ALL.keySet().stream()
        .map(
            provider ->
                DynamicContainer.dynamicContainer(
                    provider, Matrix.FAULTS.stream().map(fault -> test(provider, fault))));
  }

  private static DynamicTest test(String provider, Fault fault) {
    return DynamicTest.dynamicTest(
        provider + ": " + fault,
        () ->
            assertThat(matrix.complaints(provider, fault))
                .as("%s at %s", fault, provider)
                .isEmpty());
  }

  @Test
  void theTableHasARowForEachFault() {
    assertThat(Expectations.faults())
        .containsExactlyInAnyOrderElementsOf(Matrix.FAULTS.stream().map(Fault::name).toList());
  }

  /** Only the kind of a fault decides where it is not applicable. */
  @Test
  void theTableOmitsOnlyInapplicableCells() {
    for (Fault fault : Matrix.FAULTS) {
      for (Phase phase : Phase.values()) {
        assertThat(Expectations.usual(fault.name(), phase).equals(Cell.SENSELESS))
            .as("%s in %s", fault, phase)
            .isNotEqualTo(fault.kind().fits(phase));
      }
    }
  }

  @Test
  void everyDifferenceIsOfACellThatThereIs() {
    assertThat(Expectations.unused(Matrix.all())).isEqualTo(List.of());
  }
}
