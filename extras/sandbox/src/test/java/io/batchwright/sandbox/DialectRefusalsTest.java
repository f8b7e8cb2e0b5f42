package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParser;
import io.batchwright.sandbox.shaded.okhttp3.MediaType;
import io.batchwright.sandbox.shaded.okhttp3.MultipartBody;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import io.batchwright.sandbox.shaded.okio.ByteString;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectRefusalsTest {
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().apiKey("k").maxBodyBytes(1000).start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          OPENAI   | {"error":{"message":"An API key is required.","type":"invalid_request_error","param":null,"code":null}}
          MOONSHOT | {"error":{"message":"An API key is required.","type":"invalid_authentication_error"}}
          ZHIPU    | {"error":{"code":"1001","message":"An API key is required."}}
          """)
  void aKeyIsNeeded(Dialect dialect, String body) throws IOException {
    Http.Reply reply = new Http(dialect.url(sandbox)).headers().get("/batches");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          OPENAI   | {"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}
          MOONSHOT | {"error":{"message":"Incorrect API key provided","type":"incorrect_api_key_error"}}
          ZHIPU    | {"error":{"code":"1000","message":"Authentication failed"}}
          """)
  void aWrongKeyIsRefused(Dialect dialect, String body) throws IOException {
    Http http = new Http(dialect.url(sandbox)).headers("Authorization", "Bearer wrong");

    assertThat(http.get("/batches").status()).isEqualTo(401);
    assertThat(http.get("/files?purpose=batch").body()).isEqualTo(body);
    http.headers("Authorization", "Bearer k");
    assertThat(http.get("/batches").status()).isEqualTo(200);
    http.headers("x-api-key", "k");
    assertThat(http.get("/batches").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          input_file_id     | null    | input_file_id
          input_file_id     | 7       | input_file_id
          endpoint          | null    | endpoint
          endpoint          | "/v1/x" | endpoint
          metadata          | []      | metadata
          metadata          | {"a":7} | metadata
          """)
  void anUnsuitableMemberIsRefusedEverywhere(String member, String value, String param)
      throws IOException {
    for (Dialect dialect : Dialect.values()) {
      Http.Reply reply = createWith(dialect, member, value);

      assertThat(reply.status()).as(dialect.name()).isEqualTo(400);
      assertThat(reply.errorMessage()).contains("'" + param + "'");
      assertThat(dialect.control(sandbox).created()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "completion_window:null",
        "completion_window:\"48h\"",
        "output_expires_after:7",
        "output_expires_after:{\"seconds\":7200}",
        "output_expires_after:{\"anchor\":\"created_at\",\"seconds\":3599}",
        "output_expires_after:{\"anchor\":\"created_at\",\"seconds\":\"7200\"}",
      })
  void openAiRefusesOtherWindowsAndExpiries(String change) throws IOException {
    int colon = change.indexOf(':');
    String member = change.substring(0, colon);
    Http.Reply reply = createWith(Dialect.OPENAI, member, change.substring(colon + 1));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getAsJsonObject("error").get("param").getAsString()).isEqualTo(member);
  }

  @Test
  void zhipuRequiresAValidAutoDeleteMember() throws IOException {
    Http.Reply reply = createWith(Dialect.ZHIPU, "auto_delete_input_file", "\"no\"");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).startsWith("{\"error\":{\"code\":\"1214\",");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void metadataHasBounds(Dialect dialect) throws IOException {
    JsonObject pairs = new JsonObject();
    for (int i = 0; i < 16; i++) pairs.addProperty("x".repeat(62) + (10 + i), "y".repeat(512));
    assertThat(createWith(dialect, "metadata", pairs.toString()).status()).isEqualTo(200);
    pairs.addProperty("one more", "");
    assertThat(createWith(dialect, "metadata", pairs.toString()).status()).isEqualTo(400);
    String key = "{\"%s\":\"\"}".formatted("x".repeat(65));
    assertThat(createWith(dialect, "metadata", key).status()).isEqualTo(400);
    String value = "{\"x\":\"%s\"}".formatted("y".repeat(513));
    assertThat(createWith(dialect, "metadata", value).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"MOONSHOT", "ZHIPU"})
  void anUnknownInputIsRefused(Dialect dialect) throws IOException {
    Http.Reply reply = createWith(dialect, "input_file_id", "\"nobody\"");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorMessage()).contains("nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "[]", "{", "{}7", "{'a':1}"})
  void aCreateIsOneJsonObject(String body) throws IOException {
    for (Dialect dialect : Dialect.values()) {
      assertThat(client(dialect).http().post("/batches", body).status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aFileIsOfLinesByItsName(Dialect dialect) throws IOException {
    for (String name : new String[] {"in.json", "in.jsonl.txt", "x"}) {
      Http.Reply reply = client(dialect).upload(name, dialect.lines("number-a"));

      assertThat(reply.status()).as(name).isEqualTo(400);
      assertThat(reply.errorMessage()).contains(".jsonl");
    }
    assertThat(dialect.control(sandbox).files()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"OPENAI", "ZHIPU"})
  void aFileIsInUtf8(Dialect dialect) throws IOException {
    RequestBody body = RequestBody.create(ByteString.decodeHex("7bff7d"), null);
    Http.Reply reply = client(dialect).upload("in.jsonl", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorMessage()).containsIgnoringCase("utf-8");
  }

  @Test
  void openAiReportsAnInvalidFileTwice() throws IOException {
    assertThat(client(Dialect.OPENAI).upload("in.json", "{}").body())
        .isEqualTo(
            """
            {"error":{"message":"Invalid file format for Batch API. Must be .jsonl",\
            "type":"invalid_request_error","param":null,"code":null},\
            "detail":{"message":"Invalid file format for Batch API. Must be .jsonl",\
            "code":null}}""");
  }

  @ParameterizedTest
  @CsvSource({"OPENAI,413", "MOONSHOT,400", "ZHIPU,435"})
  void aLargerFileThanAllowedIsRefused(Dialect dialect, int status) throws IOException {
    DialectHttp http = client(dialect);

    assertThat(http.upload("in.jsonl", " ".repeat(1000)).status()).isEqualTo(200);
    Http.Reply reply = http.upload("in.jsonl", " ".repeat(1001));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.errorMessage()).contains("arge");
    assertThat(dialect.control(sandbox).files()).hasSize(1);
  }

  @Test
  void moonshotRefusesAnEmptyFile() throws IOException {
    Http.Reply reply = client(Dialect.MOONSHOT).upload("in.jsonl", "");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorMessage()).startsWith("File size is zero");
    assertThat(client(Dialect.OPENAI).upload("in.jsonl", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aFormHasAFileAndItsPurpose(Dialect dialect) throws IOException {
    DialectHttp http = client(dialect);
    RequestBody file = RequestBody.create("{}", null);

    assertThat(http.post(form("purpose", "batch", null)).errorMessage()).contains("'file'");
    assertThat(http.post(form("x", "y", file)).errorMessage()).contains("'purpose'");
    assertThat(http.post(form("purpose", "vision", file)).errorMessage()).contains("'purpose'");
    for (String type : new String[] {"application/json", "multipart/form-data; boundary=b"}) {
      RequestBody none = RequestBody.create("{}", MediaType.get(type));
      assertThat(http.http().send("POST", "/files", none).status()).isEqualTo(400);
    }
  }

  private static MultipartBody form(String name, String value, @Nullable RequestBody file) {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    if (file != null) form.addFormDataPart("file", "in.jsonl", file);
    return form.addFormDataPart(name, value).build();
  }

  @Test
  void anExpiryOfAnUploadHasBounds() throws IOException {
    DialectHttp http = client(Dialect.OPENAI);
    for (String seconds : new String[] {"3599", "2592001", "x"}) {
      assertThat(http.post(expiring(seconds)).status()).as(seconds).isEqualTo(400);
    }
    JsonObject file = http.post(expiring("3600")).json();
    assertThat(file.get("expires_at").getAsLong() - file.get("created_at").getAsLong())
        .isEqualTo(3600);
  }

  private static MultipartBody expiring(String seconds) {
    return new MultipartBody.Builder()
        .setType(MultipartBody.FORM)
        .addFormDataPart("file", "in.jsonl", RequestBody.create("{}", null))
        .addFormDataPart("purpose", "batch")
        .addFormDataPart("expires_after[anchor]", "created_at")
        .addFormDataPart("expires_after[seconds]", seconds)
        .build();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatDoesNotExistIsNotFound(Dialect dialect) throws IOException {
    DialectHttp http = client(dialect);

    assertThat(http.retrieve("batch_nobody").status()).isEqualTo(404);
    assertThat(http.retrieve("batch_nobody").errorMessage()).contains("batch_nobody");
    assertThat(http.cancel("batch_nobody").status()).isEqualTo(404);
    assertThat(http.content("file-nobody").status()).isEqualTo(404);
    assertThat(http.http().delete("/files/file-nobody").status()).isEqualTo(404);
    for (String path : new String[] {"/batches/x/results", "/files/x/y/z", "/models", ""}) {
      Http.Reply reply = http.http().get(path);
      assertThat(reply.status()).isEqualTo(dialect == Dialect.ZHIPU ? 200 : 404);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void batchesCannotBeDeleted(Dialect dialect) throws IOException {
    DialectHttp http = client(dialect);
    String id = http.create("number-a");
    Http.Reply reply = http.http().delete("/batches/" + id);

    assertThat(reply.status()).isEqualTo(dialect == Dialect.ZHIPU ? 200 : 404);
    assertThat(dialect.control(sandbox).count(Operation.DELETE)).isZero();
    assertThat(http.retrieve(id).status()).isEqualTo(200);
  }

  @Test
  void aPathWithAnotherPrefixIsUnknown() throws IOException {
    Http http = new Http(sandbox.openAiUrl().replace("/v1", "/v2"));
    http.headers("Authorization", "Bearer k");

    assertThat(http.get("/batches").status()).isEqualTo(404);
    assertThat(sandbox.openAi().count(Operation.LIST)).isZero();
  }

  private DialectHttp client(Dialect dialect) {
    return new DialectHttp(dialect, sandbox);
  }

  private Http.Reply createWith(Dialect dialect, String member, String value) throws IOException {
    DialectHttp http = client(dialect);
    JsonObject create = dialect.create(http.file(dialect.lines("number-a")));
    create.remove(member);
    if (!value.equals("null")) create.add(member, JsonParser.parseString(value));
    return http.http().post("/batches", create.toString());
  }
}
