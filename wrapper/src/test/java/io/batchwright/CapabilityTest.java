package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.FakeClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A missing capability is refused by name before anything is sent. */
class CapabilityTest {
  private static final BatchInput INPUT = BatchInput.of(BatchRequest.ofJson("a", "{}"));

  private final FakeClient fake = new FakeClient();

  @BeforeEach
  void canDoNothing() {
    fake.provider().can(Set.of());
  }

  @AfterEach
  void close() {
    fake.close();
  }

  private void use(Capability capability) {
    BatchClient client = fake.client();
    SubmitOptions none = SubmitOptions.none();
    switch (capability) {
      case LABEL -> client.submit(INPUT, none.withLabel("x"));
      case METADATA -> client.submit(INPUT, none.withMetadata(Map.of("a", "b")));
      case MODEL -> client.submit(INPUT, none.withModel("m"));
      case ENDPOINT -> client.submit(INPUT, none.withEndpoint("/v1/x"));
      case COMPLETION_WINDOW ->
          client.submit(INPUT, none.withCompletionWindow(Duration.ofHours(1)));
      case UPLOADED_INPUT -> client.submit(BatchInput.uploaded("file-1"));
      case LIST_BEFORE -> client.list(ListOptions.all().withBefore("x"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLackedIsRefusedByNameWithWhatToDo(Capability capability) {
    UnsupportedCapabilityException refused =
        catchThrowableOfType(UnsupportedCapabilityException.class, () -> use(capability));

    assertThat(refused.capability()).isEqualTo(capability);
    assertThat(refused.provider()).isEqualTo("fake");
    assertThat(refused).hasMessageStartingWith("fake does not support ").hasMessageContaining("; ");
    assertThat(fake.provider().calls(FakeAdapter.Call.CREATE)).isZero();
    assertThat(fake.provider().calls(FakeAdapter.Call.LIST)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsThereIsNotRefused(Capability capability) {
    fake.provider().can(Set.of(capability));

    use(capability);

    boolean lists = capability == Capability.LIST_BEFORE;
    assertThat(fake.provider().calls(FakeAdapter.Call.CREATE)).isEqualTo(lists ? 0 : 1);
  }

  @Test
  void aWindowOutsideTheProvidersIsRefused() {
    fake.provider().can(Set.of(Capability.COMPLETION_WINDOW));
    SubmitOptions tooLong = SubmitOptions.none().withCompletionWindow(Duration.ofHours(25));

    assertThatThrownBy(() -> fake.client().submit(INPUT, tooLong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 1 h to 24 h");
  }

  @Test
  void anInputIsValidatedWithoutBeingSent() {
    InputReport good = fake.client().validate(INPUT);
    InputReport bad = fake.client().validate(BatchInput.of(BatchRequest.ofJson("a", "[]")));

    assertThat(good.problems()).isEmpty();
    assertThat(good.requests()).isEqualTo(1);
    assertThat(bad.problems())
        .singleElement()
        .hasToString("line 1: The body must be one JSON object");
    assertThat(fake.provider().calls(FakeAdapter.Call.CREATE)).isZero();
  }

  @Test
  void anUploadedFileCannotBeValidated() {
    assertThatThrownBy(() -> fake.client().validate(BatchInput.uploaded("file-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("uploaded");
  }
}
