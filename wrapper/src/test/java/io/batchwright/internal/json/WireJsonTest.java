package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.client.gemini.model.BatchOutput;
import io.batchwright.client.gemini.model.ErrorBody;
import io.batchwright.client.gemini.model.Operation;
import io.batchwright.client.openai.model.Batch;
import io.batchwright.client.openai.model.BatchList;
import io.batchwright.client.openai.model.Counts;
import io.batchwright.client.openai.model.DeletedFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {
  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  private static <T> T decode(String text, Class<T> model) {
    return WireJson.decode(json(text), model);
  }

  private static JsonElement kept(String name, Object value) {
    return json("{'" + name + "':" + value + "}").get(name);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"'x', x", "'', ``", "5, 5", "5.0, 5.0", "1e3, 1e3", "true, true", "'null', null"})
  void aTextMemberAcceptsWords(String word, String text) {
    assertThat(decode("{'id':" + word + "}", Batch.class).getId()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "5, 5",
        "'5', 5",
        "5.0, 5",
        "2.9, 2",
        "1e3, 1000",
        "'-7', -7",
        "9007199254740993, 9007199254740993"
      })
  void aNumberMemberAcceptsWhatIsANumber(String word, long number) {
    assertThat(decode("{'total':" + word + "}", Counts.class).getTotal()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'many'", "''", "true", "{}", "[5]", "1e99", "'NaN'", "null"})
  void anythingElseIsNoNumber(String value) {
    Counts counts = decode("{'total':" + value + "}", Counts.class);

    assertThat(counts.getTotal()).isNull();
    assertThat(counts.getAdditionalProperties())
        .containsExactly(entry("total", kept("total", value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "['x']", "null"})
  void whatIsNoWordIsNoText(String value) {
    Batch batch = decode("{'id':" + value + "}", Batch.class);

    assertThat(batch.getId()).isNull();
    assertThat(batch.getAdditionalProperties()).containsExactly(entry("id", kept("id", value)));
  }

  @Test
  void numbersBeyondADoubleAreKeptWhereverTheyAre() {
    String batch = "{'id':'b','created_at':1e999,'x':1e999,'y':{'z':[1e999]}}";
    String page = "{'data':[" + batch + "],'z':1e999}";
    String operation = "{'name':'o','response':{'x':1e999},'error':{'details':[{'x':1e999}]}}";

    assertThat(WireJson.encode(decode(batch, Batch.class))).isEqualTo(json(batch).toString());
    assertThat(decode(page, BatchList.class).getData()).hasSize(1);
    assertThat(WireJson.encode(decode(page, BatchList.class))).isEqualTo(json(page).toString());
    assertThat(WireJson.isEmpty(decode(operation, Operation.class).getResponse())).isFalse();
    assertThat(WireJson.isEmpty(decode(operation, Operation.class).getError())).isFalse();
  }

  @Test
  void onlyABooleanIsABoolean() {
    assertThat(decode("{'deleted':true}", DeletedFile.class).getDeleted()).isTrue();
    assertThat(decode("{'deleted':false}", DeletedFile.class).getDeleted()).isFalse();
    for (String value : new String[] {"'true'", "1", "null", "[true]"}) {
      DeletedFile file = decode("{'deleted':" + value + "}", DeletedFile.class);
      assertThat(file.getDeleted()).as(value).isNull();
      assertThat(file.getAdditionalProperty("deleted")).isEqualTo(kept("deleted", value));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{'responsesFile':'files/f'}]", "'files/f'", "7", "[]"})
  void whatIsNoObjectIsNoModel(String value) {
    Operation operation = decode("{'name':'batches/b','response':" + value + "}", Operation.class);

    assertThat(operation.getName()).isEqualTo("batches/b");
    assertThat(operation.getResponse()).isNull();
    assertThat(operation.getAdditionalProperty("response")).isEqualTo(kept("response", value));
  }

  @Test
  void anEmptyObjectIsAnEmptyModel() {
    assertThat(WireJson.isEmpty(decode("{'response':{}}", Operation.class).getResponse())).isTrue();
    assertThat(WireJson.isEmpty(decode("{'a':null}", Operation.class))).isFalse();
    assertThat(WireJson.isEmpty(new BatchOutput().responsesFile("files/f"))).isFalse();
    assertThat(WireJson.isEmpty(null)).isTrue();
  }

  @Test
  void elementsThatDoNotFitAreNullAndTheArrayIsKept() {
    String details = "[{'reason':'A'},'B',null,[],{'retryDelay':'3s'}]";
    ErrorBody error = decode("{'details':" + details + "}", ErrorBody.class);

    assertThat(error.getDetails())
        .extracting(detail -> detail == null ? "" : detail.getReason() + detail.getRetryDelay())
        .containsExactly("Anull", "", "", "", "null3s");
    assertThat(error.getAdditionalProperty("details")).isEqualTo(kept("details", details));
  }

  @Test
  void valuesThatDoNotFitAreNullAndTheMapIsKept() {
    String metadata = "{'a':'x','b':5,'c':{},'d':null}";
    Batch batch = decode("{'metadata':" + metadata + "}", Batch.class);

    assertThat(batch.getMetadata())
        .containsExactly(entry("a", "x"), entry("b", "5"), entry("c", null), entry("d", null));
    assertThat(batch.getAdditionalProperty("metadata")).isEqualTo(kept("metadata", metadata));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[1]", "{}", "'x'", "3"})
  void aListOrMapThatIsSomethingElseIsNull(String value) {
    BatchList page =
        decode(
            "{'data':" + (value.equals("[]") || value.equals("[1]") ? "{}" : value) + "}",
            BatchList.class);
    Batch batch = decode("{'metadata':" + (value.equals("{}") ? "[1]" : value) + "}", Batch.class);

    assertThat(page.getData()).isNull();
    assertThat(batch.getMetadata()).isNullOrEmpty();
    assertThat(batch.getAdditionalProperties()).containsKey("metadata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2", "2.0", "2e0", "'2'", "{'a':[null,2]}", "null", "12345678901234567890.5"})
  void anUntypedMemberIsExact(String value) {
    Batch batch = decode("{'request_counts':" + value + "}", Batch.class);

    assertThat(batch.getRequestCounts()).hasToString(value.replace('\'', '"'));
    assertThat(batch.getAdditionalProperties()).isEmpty();
  }

  @Test
  void anUntypedMemberThatIsMissingIsNotNullInJson() {
    assertThat(decode("{}", Batch.class).getErrors()).isNull();
    assertThat(decode("{'errors':null}", Batch.class).getErrors()).isEqualTo(JsonNull.INSTANCE);
  }

  @Test
  void whatAModelDoesNotNameIsExact() {
    Batch batch = decode("{'id':'b','new':{'n':2,'x':[null]},'other':null}", Batch.class);

    assertThat(batch.getAdditionalProperties())
        .containsExactly(
            entry("new", json("{'n':2,'x':[null]}")), entry("other", JsonNull.INSTANCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'id':'b','status':null,'new':1,'metadata':{'a':'x'},'object':'batch'}",
        "{'id':5,'status':true,'created_at':1.0,'total':'3','completed':2.5,'failed':{}}",
        "{'metadata':{'a':5,'b':null},'id':{},'errors':null,'usage':{'x':[],'input_tokens':'7'}}",
        "{'id':'\u2028<&=','request_counts':{'total':2.0},'usage':[1],'zero':0.00}"
      })
  void encodingIsExact(String text) {
    assertThat(WireJson.encode(decode(text, Batch.class))).isEqualTo(json(text).toString());
  }

  @Test
  void encodingAPageIsExact() {
    String page =
        "{'data':[{'id':'a','status':null},{'id':2},null,'b',{'errors':[1.0]}],'has_more':'no'}";

    assertThat(WireJson.encode(decode(page, BatchList.class))).isEqualTo(json(page).toString());
  }

  @Test
  void whatIsInModelsInModelsIsExact() {
    String operation =
        "{'response':{'output':{'output':{'responsesFile':7,'new':[1.0]},'responsesFile':null}}}";

    assertThat(WireJson.encode(decode(operation, Operation.class)))
        .isEqualTo(json(operation).toString());
  }

  @Test
  void aMemberThatIsSetLaterIsWritten() {
    Batch batch = decode("{'id':'b','new':1}", Batch.class);
    batch.setId("c");

    assertThat(WireJson.encode(batch)).isEqualTo("{\"id\":\"c\",\"new\":1}");
    assertThat(WireJson.encode(List.of(new Counts().total(1L)))).isEqualTo("[{\"total\":1}]");
  }
}
