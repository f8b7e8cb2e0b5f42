package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A type of the caller's own is decoded as by Gson. */
class TypesOfTheUserTest {
  private enum Colour {
    RED,
    @SerializedName("g")
    GREEN
  }

  private record Scalars(
      int i,
      long l,
      double d,
      float f,
      short s,
      byte b,
      boolean flag,
      @Nullable Boolean boxed,
      @Nullable Integer absent,
      char c,
      @Nullable String text,
      @Nullable BigDecimal exact,
      @Nullable Colour colour) {}

  private record Inner(@Nullable String name, @Nullable List<Inner> inner) {}

  private record Holders(
      @Nullable List<Inner> list,
      @Nullable Set<String> set,
      @Nullable Map<String, Inner> byName,
      @Nullable Map<Integer, List<Long>> byNumber,
      @Nullable Map<Colour, Map<String, Boolean>> byColour,
      @Nullable JsonElement any,
      @Nullable List<Integer> numbers) {}

  @JsonAdapter(PointReader.class)
  private record Point(int x, String names) {}

  private static final class PointReader extends TypeAdapter<Point> {
    @Override
    public Point read(JsonReader in) throws IOException {
      int x = 0;
      StringBuilder names = new StringBuilder();
      in.beginObject();
      while (in.peek() != JsonToken.END_OBJECT) {
        String name = in.nextName();
        names.append(name);
        if (name.equals("x")) {
          x += number(in);
        } else {
          in.skipValue();
        }
      }
      in.endObject();
      return new Point(x, names.toString());
    }

    private static int number(JsonReader in) throws IOException {
      try {
        return in.nextInt();
      } catch (NumberFormatException e) {
        return in.nextString().length();
      }
    }

    @Override
    public void write(JsonWriter out, Point point) throws IOException {
      out.value(point.x());
    }
  }

  @JsonAdapter(WordReader.class)
  private record Word(String text) {}

  private static final class WordReader implements JsonDeserializer<Word> {
    @Override
    public Word deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
      Inner inner = context.deserialize(json, Inner.class);
      return new Word(inner.name() + " " + json);
    }
  }

  private record Adapted(@Nullable List<Point> points, @Nullable Word word) {}

  private static <T> T decode(String json, Class<T> type) {
    return ModelJson.decode(JsonCursor.of(json), type);
  }

  private static <T> void assertSame(String json, Class<T> type) {
    T due = new Gson().fromJson(json, type);
    assertThat(decode(json, type)).usingRecursiveComparison().isEqualTo(due);
    assertThat(due).isNotNull();
  }

  @Test
  void scalarsOfEveryKindAreRead() {
    assertSame(
        """
        {"i":1,"l":-9007199254740993,"d":1.5e3,"f":0.1,"s":-2,"b":3,"flag":true,"boxed":false,
        "absent":null,"c":"é","text":"four\\n","exact":123456789.123456789123456789,"colour":"g",
        "unknown":{"i":2,"x":[{}]}}
        """,
        Scalars.class);
    assertSame(
        """
        {"i":"1","l":"-9007199254740993","d":"1.5","s":"4","flag":"true","text":7,"exact":"1.50",
        "colour":"from the future","text":true}
        """,
        Scalars.class);
    assertSame("{\"colour\":\"RED\"}", Scalars.class);
  }

  @Test
  void holdersOfEveryKindAreRead() {
    assertSame(
        """
        {"list":[{"name":"a","inner":[{"name":"b"},null]},{}],"set":["x","y","x"],
        "byName":{"p":{"name":"q"},"\\u00e9":null},"byNumber":{"1":[2,3],"-4":[]},
        "byColour":{"g":{"t":true},"RED":{}},"any":{"x":[1,{"y":null}]},"numbers":[1,2,3]}
        """,
        Holders.class);
    assertSame("{\"list\":[],\"byName\":{},\"byNumber\":{},\"any\":\"text\"}", Holders.class);
    assertSame("{\"byName\":null,\"list\":null}", Holders.class);
  }

  @Test
  void adaptersOfTheUserReceiveWhatTheyExpect() {
    assertSame(
        """
        {"points":[{"x":1,"skipped":{"deep":[1,{"x":9}]},"y":2},{},{"x":"no number"}],
        "word":{"name":"w","inner":[{"name":"i"}]}}
        """,
        Adapted.class);
  }

  @Test
  void anythingIsReadAsMapsAndLists() {
    String json = "{\"a\":[1,\"b\",true,null,{\"c\":-2.5}],\"d\":{}}";
    assertThat(decode(json, Object.class)).hasToString("{a=[1, b, true, null, {c=-2.5}], d={}}");
    Map<?, ?> map = decode(json, Map.class);
    assertThat(map).hasToString("{a=[1, b, true, null, {c=-2.5}], d={}}");
    assertThat(decode(json, JsonElement.class)).hasToString(json);
  }

  @Test
  void theLastOfDuplicateKeysCounts() {
    Map<?, ?> map = decode("{\"a\":1,\"b\":2,\"a\":3}", Map.class);
    assertThat(map).hasToString("{a=3, b=2}");
    assertThat(decode("{\"i\":1,\"i\":2}", Scalars.class).i()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"i\":\"MARKER\"}",
        "{\"i\":{\"MARKER\":1}}",
        "{\"i\":true}",
        "{\"i\":null}",
        "{\"l\":\"1.5 MARKER\"}",
        "{\"d\":1e999}",
        "{\"d\":[\"MARKER\"]}",
        "{\"f\":\"NaN\"}",
        "{\"b\":1000}",
        "{\"flag\":7}",
        "{\"c\":\"MARKER\"}",
        "{\"text\":{\"MARKER\":1}}",
        "{\"text\":[]}",
        "{\"exact\":\"MARKER\"}",
        "{\"colour\":[\"MARKER\"]}",
        "[\"MARKER\"]",
        "\"MARKER\"",
        "7"
      })
  void whatDoesNotFitIsRefusedWithoutContent(String json) {
    assertThatThrownBy(() -> decode(json, Scalars.class))
        .isInstanceOf(JsonParseException.class)
        .satisfies(e -> assertThat(JsonProblem.of(e)).startsWith("JSON of an unexpected kind"))
        .satisfies(e -> assertThat(JsonProblem.of(e)).doesNotContain("MARKER"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"list\":\"MARKER\"}",
        "{\"list\":[\"MARKER\"]}",
        "{\"set\":{\"MARKER\":1}}",
        "{\"byName\":[\"MARKER\"]}",
        "{\"byName\":{\"MARKER\":7}}",
        "{\"byNumber\":{\"MARKER\":[1]}}",
        "{\"byNumber\":{\"1\":[\"MARKER\"]}}",
        "{\"numbers\":{\"MARKER\":1}}"
      })
  void whatDoesNotFitIntoAHolderIsRefusedWithoutContent(String json) {
    assertThatThrownBy(() -> decode(json, Holders.class))
        .isInstanceOf(JsonParseException.class)
        .satisfies(e -> assertThat(JsonProblem.of(e)).doesNotContain("MARKER"));
  }

  @Test
  void theNextIsReadAfterOneThatDidNotFit() {
    assertThatThrownBy(() -> decode("{\"list\":[[{\"a\":1}]]}", Holders.class))
        .isInstanceOf(JsonParseException.class);
    assertThat(decode("{\"i\":5}", Scalars.class).i()).isEqualTo(5);
  }
}
