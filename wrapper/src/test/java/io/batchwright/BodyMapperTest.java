package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.batchwright.client.anthropic.model.MessageParams;
import io.batchwright.openai.OpenAi;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which bodies the library encodes, which ones it passes to a mapper, and when. */
class BodyMapperTest {
  private record Params(String model, Instant at) {
    String json() {
      return "{\"model\":\"" + model + "\",\"at\":\"" + at + "\"}";
    }
  }

  private enum Role {
    USER
  }

  private static final Params PARAMS = new Params("m", Instant.EPOCH);

  private static final BodyMapper MAPPER =
      value -> value instanceof Params params ? params.json() : "\"" + value + "\"";

  private static InputReport validate(BatchRequest request, BodyMapper... mapper) {
    OpenAi.Builder builder = OpenAi.builder().apiKey("key");
    for (BodyMapper one : mapper) {
      builder.bodyMapper(one);
    }
    try (BatchClient client = builder.build()) {
      return client.validate(BatchInput.of(request));
    }
  }

  static List<Object> foreign() {
    return List.of(
        PARAMS,
        Map.of("model", "m", "x", PARAMS),
        Map.of("model", "m", "x", List.of(1, List.of(PARAMS))),
        Map.of("model", "m", "x", new Object[] {PARAMS}));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void anObjectThatTheLibraryDoesNotKnowIsRefusedByTheNameOfItsClass(Object body) {
    InputReport report = validate(BatchRequest.of("a", body));

    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains(Params.class.getName(), "BodyMapper", "client's builder"));
    assertThatIllegalArgumentException().isThrownBy(() -> BatchRequest.of("a", body).bodyJson());
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void theMapperOfTheClientEncodesIt(Object body) {
    assertThat(validate(BatchRequest.of("a", body), MAPPER).problems()).isEmpty();
    assertThat(BatchRequest.of("a", body).bodyJson(MAPPER)).contains(PARAMS.json());
  }

  @Test
  void aMapperPassedWithTheBodyEncodesAtOnce() {
    List<Object> list = new ArrayList<>(List.of(Role.USER));
    BatchRequest request = BatchRequest.of("a", Map.of("x", list), MAPPER);
    list.clear();

    assertThat(request.bodyJson()).isEqualTo("{\"x\":[\"USER\"]}");
  }

  @Test
  void laterChangesOfMapsAndModelsChangeNothing() {
    Map<String, Object> map = new TreeMap<>(Map.of("n", 1));
    MessageParams model = new MessageParams().model("m");
    BatchRequest ofMap = BatchRequest.of("a", map);
    BatchRequest ofModel = BatchRequest.of("b", Map.of("x", model));
    map.put("n", 2);
    MessageParams unused = model.model("other");

    assertThat(ofMap.bodyJson()).isEqualTo("{\"n\":1}");
    assertThat(ofModel.bodyJson()).isEqualTo("{\"x\":{\"model\":\"m\"}}");
  }

  @Test
  void theMapperIsNotUsedForWhatTheLibraryEncodes() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", "a");
    body.put("numbers", new int[] {1, 2});
    body.put("none", null);
    body.put("flags", List.of(true, 'c', 1.5, 3L));

    assertThat(
            BatchRequest.of(
                    "a",
                    body,
                    value -> {
                      throw new IOException("not needed");
                    })
                .bodyJson())
        .isEqualTo("{\"text\":\"a\",\"numbers\":[1,2],\"none\":null,\"flags\":[true,\"c\",1.5,3]}");
  }

  @Test
  void aMapperThatFailsIsNamedWithoutItsMessage() {
    BodyMapper failing =
        value -> {
          throw new IOException("MARKER");
        };
    assertThat(validate(BatchRequest.of("a", PARAMS), failing).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("java.io.IOException", Params.class.getName())
                    .doesNotContain("MARKER"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchRequest.of("a", PARAMS, failing))
        .withMessageNotContaining("MARKER");
  }

  @Test
  void whatAMapperReturnsIsCheckedLikeAnyBody() {
    for (String json : List.of("", "[]", "{\"model\":\"m\"}}", "{'model':'m'}")) {
      assertThat(validate(BatchRequest.of("a", PARAMS), value -> json).problemCount()).isOne();
    }
  }

  @Test
  void bytesAnEnumAndATimeNeedAMapper() {
    for (Object value : List.of(new byte[] {1}, Role.USER, Instant.EPOCH)) {
      assertThat(validate(BatchRequest.of("a", Map.of("model", "m", "x", value))).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains(value.getClass().getName()));
    }
  }

  @Test
  void aMapThatContainsItselfIsRefused() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("self", map);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchRequest.of("a", map))
        .withMessageContaining("levels deep");
  }
}
