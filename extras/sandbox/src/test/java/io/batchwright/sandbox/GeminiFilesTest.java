package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, and batches that read and write them. */
class GeminiFilesTest {
  private static final Duration BATCH = Duration.ofMinutes(10);
  private static final int MIB_8 = 8 << 20;

  private final VirtualTime time = new VirtualTime();
  private Sandbox sandbox;
  private GeminiHttp http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().time(time).batchTime(BATCH).start();
    OkHttpClient once = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    http = new GeminiHttp(sandbox, once);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anUploadStartsWithAUrlAndNoBody() throws IOException {
    Http.Reply reply = http.start("demo-input.jsonl", 100);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.header("content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(reply.header("content-length")).isEqualTo("0");
    assertThat(reply.header("x-goog-upload-status")).isEqualTo("active");
    assertThat(reply.header("x-goog-upload-chunk-granularity")).isEqualTo("8388608");
    assertThat(GeminiHttp.url(reply))
        .startsWith(sandbox.geminiUrl() + "/upload/v1beta/files?upload_id=")
        .endsWith("&upload_protocol=resumable")
        .isEqualTo(reply.header("x-goog-upload-control-url"));
    assertThat(sandbox.gemini().files()).isEmpty();
  }

  @Test
  void theUploadUrlIsOnTheAddressThatTheClientUsed() throws IOException {
    Http.Reply reply = http.start("a", 1, "Host", "localhost:" + sandbox.port());

    assertThat(GeminiHttp.url(reply))
        .startsWith("http://localhost:" + sandbox.port() + "/gemini/upload/v1beta/files?");
  }

  @Test
  void aFileCanBeUploadedInOneRequest() throws IOException {
    String url = GeminiHttp.url(http.start("demo-input.jsonl", 3));
    Http.Reply reply = http.chunk(url, "upload, finalize", 0, "abc");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("x-goog-upload-status")).isEqualTo("final");
    assertThat(reply.header("content-type")).isEqualTo("application/json; charset=UTF-8");
    JsonObject file = reply.json().getAsJsonObject("file");
    String name = file.get("name").getAsString();
    assertThat(name).matches("files/[0-9a-z]{12}");
    assertThat(file.toString())
        .isEqualTo(
            """
            {"name":"%1$s","displayName":"demo-input.jsonl","mimeType":"application/jsonl",\
            "sizeBytes":"3","createTime":"2026-08-19T14:44:51.493319Z",\
            "updateTime":"2026-08-19T14:44:51.493319Z",\
            "expirationTime":"2026-08-21T14:44:51.493319Z",\
            "sha256Hash":"YmE3ODE2YmY4ZjAxY2ZlYTQxNDE0MGRlNWRhZTIyMjNiMDAzNjFhMzk2MTc3YTljYjQxMGZmN\
            jFmMjAwMTVhZA==","uri":"%2$s/v1beta/%1$s","state":"ACTIVE","source":"UPLOADED"}"""
                .formatted(name, sandbox.geminiUrl()));
    assertThat(http.retrieve(name).json()).isEqualTo(file);
    assertThat(sandbox.gemini().files()).containsExactly(name);
  }

  /** google-genai sends a file to this URL if its base URL has a path. */
  @Test
  void anUploadUrlAfterTheBaseUrlIsAccepted() throws IOException {
    String url = GeminiHttp.url(http.start("a", 3));
    String path = url.substring(url.indexOf("/gemini/"));
    Http.Reply reply = http.chunk(sandbox.geminiUrl() + path, "upload, finalize", 0, "abc");

    assertThat(reply.header("x-goog-upload-status")).isEqualTo("final");
    assertThat(sandbox.gemini().files()).hasSize(1);
  }

  @Test
  void aFileCanBeUploadedInChunksOfWhichTheLastIsEmpty() throws IOException {
    String url = GeminiHttp.url(http.start("a", 2L * MIB_8));
    RequestBody piece = RequestBody.create(new byte[MIB_8]);
    Http.Reply first = http.chunk(url, "upload", 0, piece);
    Http.Reply between = http.query(url);
    Http.Reply second = http.chunk(url, "upload", MIB_8, piece);
    Http.Reply end = http.chunk(url, "finalize", 0, RequestBody.EMPTY);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body()).isEmpty();
    assertThat(first.header("x-goog-upload-status")).isEqualTo("active");
    assertThat(between.header("x-goog-upload-status")).isEqualTo("active");
    assertThat(between.header("x-goog-upload-size-received")).isEqualTo("8388608");
    assertThat(second.header("x-goog-upload-status")).isEqualTo("active");
    assertThat(end.header("x-goog-upload-status")).isEqualTo("final");
    assertThat(end.body()).contains("\"sizeBytes\": \"16777216\"");
    assertThat(http.query(url).header("x-goog-upload-status")).isEqualTo("final");
    assertThat(sandbox.gemini().count(Operation.UPLOAD)).isEqualTo(1);
    assertThat(sandbox.gemini().count(Operation.UPLOAD_CHUNK)).isEqualTo(3);
    assertThat(sandbox.gemini().count(Operation.UPLOAD_QUERY)).isEqualTo(2);
  }

  @Test
  void anInterruptedChunkIsKeptAndCanBeResumed() throws IOException {
    String rows = GeminiHttp.rows("a", "b", "c");
    String url = GeminiHttp.url(http.start("a", rows.length()));
    sandbox.gemini().faults().on(Operation.UPLOAD_CHUNK).resetDuring(100);

    assertThatThrownBy(() -> http.chunk(url, "upload, finalize", 0, rows))
        .isInstanceOf(IOException.class);
    Http.Reply query = http.query(url);
    assertThat(query.header("x-goog-upload-status")).isEqualTo("active");
    assertThat(query.header("x-goog-upload-size-received")).isEqualTo("100");
    Http.Reply rest = http.chunk(url, "upload, finalize", 100, rows.substring(100));
    assertThat(rest.header("x-goog-upload-status")).isEqualTo("final");
    String batch = http.createFrom(rest.json().getAsJsonObject("file").get("name").getAsString());
    assertThat(GeminiHttp.stats(http.retrieve(batch))).startsWith("{\"requestCount\":\"3\"");
  }

  @Test
  void aLostEndOfAnUploadIsReportedByAQuery() throws IOException {
    String url = GeminiHttp.url(http.start("a", 3));
    sandbox.gemini().faults().on(Operation.UPLOAD_CHUNK).loseResponse();

    assertThatThrownBy(() -> http.chunk(url, "upload, finalize", 0, "abc"))
        .isInstanceOf(IOException.class);
    assertThat(http.query(url).header("x-goog-upload-status")).isEqualTo("final");
    assertThat(http.query(url).header("x-goog-upload-size-received")).isEqualTo("3");
    assertThat(http.chunk(url, "upload, finalize", 0, "abc").status()).isEqualTo(400);
    assertThat(sandbox.gemini().files()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          upload           | 1 | abc  | The offset is 1, but 0 bytes came.
          upload, finalize | 0 | ab   | The pieces are not as long as the file that was announced.
          upload, finalize | 0 | abcd | The pieces are not as long as the file that was announced.
          upload           | 0 | ab   | A piece that is not the last must be a multiple of 8388608
          finalize         | 0 | ''   | 0 bytes came, but 3 were announced.
          start            | 0 | abc  | There is no such command.
          """)
  void aChunkThatDoesNotFitIsRefusedAndDropped(
      String command, long offset, String piece, String message) throws IOException {
    String url = GeminiHttp.url(http.start("a", 3));
    Http.Reply reply = http.chunk(url, command, offset, piece);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorMessage()).isEqualTo(message);
    assertThat(http.query(url).header("x-goog-upload-size-received")).isEqualTo("0");
    assertThat(http.chunk(url, "upload, finalize", 0, "abc").status()).isEqualTo(200);
  }

  @Test
  void anUploadThatWasNeverStartedIsNotFound() throws IOException {
    String url = sandbox.geminiUrl() + "/upload/v1beta/files?upload_id=nobody";

    assertThat(http.query(url).status()).isEqualTo(404);
    assertThat(http.chunk(url, "upload, finalize", 0, "abc").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(longs = {2147483649L, 3221225472L})
  void aFileAbove2GbIsRefusedByItsAnnouncement(long size) throws IOException {
    assertThat(http.start("a", size).status()).isEqualTo(400);
    assertThat(http.start("a", 2147483648L).status()).isEqualTo(200);
  }

  @Test
  void aStartWithInvalidHeadersIsRefused() throws IOException {
    assertThat(http.start("a", 1, "X-Goog-Upload-Protocol", "raw").status()).isEqualTo(400);
    assertThat(http.start("a", 1, "X-Goog-Upload-Header-Content-Length", "?").status())
        .isEqualTo(400);
    assertThat(http.start("a", 1, "X-Goog-Upload-Command", "upload").status()).isEqualTo(400);
    assertThat(http.start("x".repeat(513), 1).status()).isEqualTo(400);
    assertThat(http.start("a", 1, "x-goog-api-key", "").status()).isEqualTo(403);
  }

  @Test
  void filesAreListedInPagesAndExpireAfter48Hours() throws IOException {
    Http.Reply empty = http.http().get("/v1beta/files");
    String first = http.file("1");
    String second = http.file("2");
    String third = http.file("3");
    Http.Reply page = http.http().get("/v1/files?pageSize=2");
    String token = page.json().get("nextPageToken").getAsString();
    Http.Reply rest = http.http().get("/v1/files?pageSize=2&pageToken=" + token);
    time.pass(Duration.ofDays(2));

    assertThat(empty.body()).isEqualTo("{}");
    assertThat(names(page)).containsExactly(third, second);
    assertThat(names(rest)).containsExactly(first);
    assertThat(rest.json().keySet()).containsExactly("files");
    assertThat(http.http().get("/v1beta/files").body()).isEqualTo("{}");
    assertThat(http.retrieve(first).status()).isEqualTo(403);
    assertThat(http.http().get("/v1beta/files?pageToken=?").status()).isEqualTo(400);
  }

  private static List<String> names(Http.Reply page) {
    return page.json().getAsJsonArray("files").asList().stream()
        .map(file -> file.getAsJsonObject().get("name").getAsString())
        .toList();
  }

  @Test
  void aDeletedFileIsForbidden() throws IOException {
    String name = http.file("1");
    Http.Reply deleted = http.delete(name);
    Http.Reply again = http.delete(name);

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.body()).isEqualTo("{}");
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.json())
        .isEqualTo(
            GeminiHttp.json(
                """
                {'error':{'code':403,'message':'No access to the file, or no such file.',\
                'status':'PERMISSION_DENIED'}}"""));
    assertThat(http.retrieve(name).status()).isEqualTo(403);
    assertThat(http.download(name).status()).isEqualTo(403);
    assertThat(http.http().post(GeminiHttp.CREATE, GeminiHttp.fileBody(name).toString()).status())
        .isEqualTo(403);
  }

  @Test
  void aBatchFromAFileNamesItsInputAndItsOutput() throws IOException {
    String input = http.file(GeminiHttp.rows("a", "b-errored-1") + "\n" + GeminiHttp.row("c"));
    String name = http.createFrom(input);
    Http.Reply created = http.retrieve(name);
    time.pass(BATCH);
    Http.Reply ended = http.retrieve(name);
    String output = "files/batch-" + name.substring("batches/".length());

    assertThat(GeminiHttp.metadata(created).get("inputConfig"))
        .isEqualTo(GeminiHttp.json("{'fileName':'" + input + "'}"));
    assertThat(GeminiHttp.metadata(created).keySet())
        .containsExactly(
            "@type",
            "model",
            "displayName",
            "inputConfig",
            "createTime",
            "updateTime",
            "batchStats",
            "state",
            "name");
    assertThat(GeminiHttp.metadata(ended).get("output"))
        .isEqualTo(GeminiHttp.json("{'responsesFile':'" + output + "'}"));
    assertThat(ended.json().getAsJsonObject("response").toString())
        .isEqualTo(
            """
            {"@type":"type.googleapis.com/google.ai.generativelanguage.v1main.\
            GenerateContentBatchOutput","responsesFile":"%s"}"""
                .formatted(output));
    assertThat(sandbox.gemini().files()).containsExactly(input, output);
  }

  @Test
  void outputIsDownloadedFromEitherPathInAnyOrderOfLinesAndMembers() throws IOException {
    String name = http.createFrom(http.file(GeminiHttp.rows("a", "b", "c-errored-1")));
    time.pass(BATCH);
    String file =
        http.retrieve(name).json().getAsJsonObject("response").get("responsesFile").getAsString();
    Http.Reply reply = http.download(file);
    Http.Reply other = http.http().get("/download/v1beta/" + file + ":download?alt=media");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("transfer-encoding")).isEqualTo("chunked");
    assertThat(other.body()).isEqualTo(reply.body()).endsWith("}\n");
    assertThat(reply.lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("\\{\"response\":.*,\"key\":\"a\"}"))
        .anyMatch(line -> line.matches("\\{\"key\":\"b\",\"response\":.*}"))
        .anyMatch(line -> line.contains("\"serviceTier\":\"SERVICE_TIER_STANDARD\""))
        .anyMatch(line -> line.contains("{\"code\":13,\"message\":\"Asked for by its id.\"}"));
  }

  @Test
  void anOutputFileCanOnlyBeDownloadedAndIsDeletedWithItsBatch() throws IOException {
    String input = http.file(GeminiHttp.rows("a"));
    String name = http.createFrom(input);
    String output = "files/batch-" + name.substring("batches/".length());
    Http.Reply tooEarly = http.download(output);
    time.pass(BATCH);

    assertThat(tooEarly.status()).isEqualTo(403);
    assertThat(http.retrieve(output).status()).isEqualTo(400);
    assertThat(http.delete(output).errorMessage())
        .isEqualTo("File id is longer than 40 characters.");
    assertThat(http.http().get("/v1beta/" + output + ":download").status()).isEqualTo(400);
    assertThat(http.download(input).status()).isEqualTo(400);
    assertThat(http.download(output).status()).isEqualTo(200);
    assertThat(http.delete(name).status()).isEqualTo(200);
    assertThat(http.download(output).status()).isEqualTo(403);
    assertThat(sandbox.gemini().files()).containsExactly(input);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n \n",
        "{\"key\":\"a\"}\n",
        "{\"key\":1,\"request\":{}}\n",
        "{\"key\":\"a\",\"request\":{},\"body\":{}}\n",
        "{\"custom_id\":\"a\",\"body\":{}}\n",
        "[]\n",
        "{\"key\":\"a\",\"request\":{}\n"
      })
  void oneInvalidRowFailsTheWholeCreate(String row) throws IOException {
    String rows = row.isBlank() ? row : GeminiHttp.rows("ok") + row;
    String body = GeminiHttp.fileBody(http.file(rows)).toString();

    Http.Reply reply = http.http().post(GeminiHttp.CREATE, body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"status\": \"INVALID_ARGUMENT\"");
    assertThat(sandbox.gemini().created()).isZero();
  }

  @Test
  void keysAreArbitraryAndNeedNotBeUniqueOrPresent() throws IOException {
    String rows =
        GeminiHttp.rows("ключ \\\" 1", "same", "same")
            + "{\"request\":"
            + GeminiHttp.request("Hi")
            + "}";
    String name = http.createFrom(http.file(rows));
    time.pass(BATCH);
    Http.Reply reply = http.download("files/batch-" + name.substring("batches/".length()));

    assertThat(reply.lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("\"key\":\"ключ \\\" 1\""))
        .anyMatch(line -> !line.contains("\"key\""));
  }

  @Test
  void aClientMayNameAFile() throws IOException {
    String body = "{\"file\":{\"name\":\"files/my-input\",\"display_name\":\"x\"}}";
    Headers start =
        Headers.of(
            "x-goog-api-key",
            "k",
            "X-Goog-Upload-Protocol",
            "resumable",
            "X-Goog-Upload-Command",
            "start",
            "X-Goog-Upload-Header-Content-Length",
            "0");
    String path = sandbox.geminiUrl() + "/upload/v1/files";
    RequestBody json = RequestBody.create(body.getBytes(StandardCharsets.UTF_8));
    Http.Reply begun = http.http().send("POST", path, start, json);
    Http.Reply file = http.chunk(GeminiHttp.url(begun), "upload, finalize", 0, "");

    assertThat(file.json().getAsJsonObject("file").get("name").getAsString())
        .isEqualTo("files/my-input");
    assertThat(http.http().send("POST", path, start, json).status()).isEqualTo(409);
    RequestBody bad =
        RequestBody.create(body.replace("my-", "My_").getBytes(StandardCharsets.UTF_8));
    assertThat(http.http().send("POST", path, start, bad).status()).isEqualTo(400);
  }
}
