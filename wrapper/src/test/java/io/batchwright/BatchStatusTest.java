package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchStatusTest {
  private static final BatchRef REF = new BatchRef("fake", "b", null);

  private static BatchStatus.Builder full() {
    return BatchStatus.builder(REF, BatchState.RUNNING)
        .rawState("in_progress")
        .counts(RequestCounts.builder().total(2).processing(1).succeeded(1).build())
        .createdAt(Instant.EPOCH)
        .startedAt(Instant.EPOCH.plusSeconds(1))
        .endedAt(Instant.EPOCH.plusSeconds(2))
        .expiresAt(Instant.EPOCH.plusSeconds(3))
        .errors(List.of(ApiError.builder(ErrorKind.INVALID).message("secret").build()))
        .pollAfter(Duration.ofSeconds(4))
        .rawJson("{\"secret\":1}");
  }

  @Test
  void whatIsNotSetIsUnknown() {
    assertThat(BatchStatus.builder(REF, BatchState.QUEUED).build())
        .returns(REF, BatchStatus::ref)
        .returns(BatchState.QUEUED, BatchStatus::state)
        .returns("", BatchStatus::rawState)
        .returns(RequestCounts.NONE, BatchStatus::counts)
        .returns(null, BatchStatus::createdAt)
        .returns(null, BatchStatus::startedAt)
        .returns(null, BatchStatus::endedAt)
        .returns(null, BatchStatus::expiresAt)
        .returns(List.of(), BatchStatus::errors)
        .returns(null, BatchStatus::pollAfter)
        .returns("{}", BatchStatus::rawJson);
  }

  @Test
  void aCopyIsEqualAndAChangedOneIsNot() {
    BatchStatus status = full().build();
    assertThat(status.toBuilder().build()).isEqualTo(status).hasSameHashCodeAs(status);
    assertThat(status.toBuilder().state(BatchState.CANCELLING).build()).isNotEqualTo(status);
    assertThat(status.toBuilder().counts(RequestCounts.NONE).build()).isNotEqualTo(status);
    assertThat(status.toBuilder().rawJson("{}").build()).isNotEqualTo(status);
  }

  @Test
  void toStringShowsStateAndCountsAndNoContent() {
    assertThat(full().build())
        .hasToString(
            "BatchStatus[fake:b RUNNING (in_progress) RequestCounts{total=2, processing=1,"
                + " succeeded=1, errored=0, cancelled=0, expired=0}]");
  }
}
