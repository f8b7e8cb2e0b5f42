package io.batchwright.contract;

import static io.batchwright.Capability.ENDPOINT;
import static io.batchwright.Capability.METADATA;
import static io.batchwright.Capability.UPLOADED_INPUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.AuthenticationException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRef;
import io.batchwright.BatchResults;
import io.batchwright.Capability;
import io.batchwright.ErrorKind;
import io.batchwright.InvalidRequestException;
import io.batchwright.ProviderException;
import io.batchwright.ResultsOptions;
import io.batchwright.SubmitException;
import io.batchwright.client.zhipu.model.ChatCompletion;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.zhipu.Zhipu;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract for Zhipu. */
class ZhipuContractTest extends DialectContract {
  @Override
  public ClientBuilder<?> builder() {
    return Zhipu.builder();
  }

  @Override
  public String url(Sandbox sandbox) {
    return sandbox.zhipuUrl();
  }

  @Override
  public ProviderControl control(Sandbox sandbox) {
    return sandbox.zhipu();
  }

  @Override
  @MustBeClosed
  public BatchResults readResults(Path file, ResultsOptions options) {
    return Zhipu.readResults(file, options);
  }

  @Override
  public Class<?> responseModel() {
    return ChatCompletion.class;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(METADATA, ENDPOINT, UPLOADED_INPUT);
  }

  @Override
  String endpoint() {
    return "/v4/chat/completions";
  }

  @Override
  public boolean reportsWhyItFailed() {
    return false;
  }

  /** The order of its lists is not documented. */
  @Override
  public boolean listsNewestFirst() {
    return false;
  }

  @Override
  public boolean missesInputLate() {
    return false;
  }

  @Override
  public Wording invalid() {
    return new Wording(
        400,
        InvalidRequestException.class,
        null,
        "1214",
        "{\"error\":{\"code\":\"1214\",\"message\":\"%s\"}}");
  }

  @Override
  public Wording quotaExceeded() {
    return new Wording(
        429,
        ProviderException.class,
        null,
        "1113",
        "{\"error\":{\"code\":\"1113\",\"message\":\"%s\"}}");
  }

  @Override
  public Wording noAccess() {
    return new Wording(
        403,
        AuthenticationException.class,
        null,
        "1220",
        "{\"error\":{\"code\":\"1220\",\"message\":\"%s\"}}");
  }

  /** Zhipu reports some errors with a status of success. */
  @Nested
  class ErrorsInSuccessResponses extends Contract {
    private static final String QUOTA = "{\"error\":{\"code\":\"1113\",\"message\":\"Arrears.\"}}";
    private static final String BUSY = "{\"error\":{\"code\":1302,\"message\":\"Slow down.\"}}";
    private static final String BARE = "{\"code\":500,\"msg\":\"404 NOT_FOUND\",\"success\":false}";
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private BatchRef ref;

    @BeforeEach
    void endABatch() {
      ref = client.submit(subject.input(2)).ref();
      timer.advance(TestBed.BATCH_TIME);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCEL")
    void areErrorsForEveryCall(Call call) {
      for (Step step : call.steps(subject)) {
        step.fault(wire).once().respond(200, JSON, QUOTA);
        assertThat(call.failure(subject, client, ref))
            .isInstanceOfSatisfying(
                ProviderException.class,
                error -> {
                  assertThat(error.httpStatus()).isEqualTo(200);
                  assertThat(error.error().code()).isEqualTo("1113");
                  assertThat(error.kind()).isEqualTo(ErrorKind.QUOTA);
                });
        step.fault(wire).always().respond(200, JSON, BUSY);
        assertThat(call.failure(subject, client, ref).retryable()).isTrue();
        wire.faults().clear();
      }
    }

    @Test
    void areNoBatch() {
      wire.faults().on(Operation.CREATE).once().respond(200, JSON, QUOTA);
      assertThatThrownBy(() -> client.submit(subject.input(1)))
          .isInstanceOfSatisfying(
              SubmitException.class,
              error -> assertThat(error.delivery()).isEqualTo(SubmitException.Delivery.REJECTED));
      wire.faults().on(Operation.UPLOAD).once().respond(200, JSON, QUOTA);
      assertThatThrownBy(() -> client.submit(subject.input(1)))
          .isInstanceOfSatisfying(
              SubmitException.class, error -> assertThat(error.uploadedFileId()).isNull());
      assertThat(wire.created()).isOne();
    }

    @Test
    void mayBeABatchIfTheServerFailed() {
      String failed = "{\"error\":{\"code\":\"500\",\"message\":\"Oops.\"}}";
      wire.faults().on(Operation.CREATE).once().respond(200, JSON, failed);
      assertThatThrownBy(() -> client.submit(subject.input(1)))
          .isInstanceOfSatisfying(
              SubmitException.class,
              error ->
                  assertThat(error.delivery()).isEqualTo(SubmitException.Delivery.MAYBE_CREATED));
    }

    @Test
    void areNotFoundIfTheirCodeIs() {
      wire.faults().on(Operation.RETRIEVE).once().respond(200, JSON, BARE);
      assertThatThrownBy(() -> client.open(ref).status())
          .isInstanceOf(BatchNotFoundException.class);
      wire.faults().on(Operation.RESULTS).times(2).respond(200, JSON, BARE);
      assertThat(TestRequests.read(client.open(ref))).hasSize(2);
    }

    @Test
    void areNotLinesOfAResumedStream() {
      wire.faults().on(Operation.RESULTS).once().dropBodyAfter(100);
      wire.faults().on(Operation.RESULTS).once().respond(200, JSON, BUSY);
      assertThat(TestRequests.outcomes(TestRequests.read(client.open(ref))))
          .isEqualTo(TestRequests.succeeded(TestRequests.ids(2)));
    }
  }
}
