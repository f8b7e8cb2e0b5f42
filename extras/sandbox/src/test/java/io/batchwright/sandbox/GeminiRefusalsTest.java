package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiRefusalsTest {
  private Sandbox sandbox;
  private GeminiHttp http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().apiKey("k").start();
    http = new GeminiHttp(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aWrongKeyIsAnInvalidArgument() throws IOException {
    Http.Reply reply = http.http().headers("x-goog-api-key", "other").get("/v1beta/batches");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("content-type")).isEqualTo("application/json; charset=UTF-8");
    assertThat(reply.json())
        .isEqualTo(
            GeminiHttp.json(
                """
                {'error':{'code':400,'message':'The API key is not valid.',\
                'status':'INVALID_ARGUMENT','details':[\
                {'@type':'type.googleapis.com/google.rpc.ErrorInfo','reason':'API_KEY_INVALID',\
                'domain':'googleapis.com',\
                'metadata':{'service':'generativelanguage.googleapis.com'}},\
                {'@type':'type.googleapis.com/google.rpc.LocalizedMessage','locale':'en-US',\
                'message':'The API key is not valid.'}]}}"""));
  }

  @Test
  void aMissingKeyIsForbiddenAndTheKeyMayBeInTheQuery() throws IOException {
    Http bare = http.http().headers();

    assertThat(bare.get("/v1beta/batches").status()).isEqualTo(403);
    assertThat(bare.get("/v1beta/batches").body()).contains("\"status\": \"PERMISSION_DENIED\"");
    assertThat(bare.get("/v1beta/batches?key=k").status()).isEqualTo(200);
    assertThat(bare.get("/v1beta/batches?key=other").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'foo':1}                                          | Unknown name "foo".
          {'batch':{'foo':1}}                                | Unknown name "foo" at 'batch'.
          {'batch':{'inputConfig':{'foo':1}}}                | Unknown name "foo" at 'batch.input_config'.
          {'batch':{'inputConfig':{'requests':{'foo':[]}}}}  | Unknown name "foo" at 'batch.input_config.requests'.
          {'batch':{'inputConfig':{'requests':{'requests':[{'custom_id':'a','request':{}}]}}}} \
          | Unknown name "custom_id" at 'batch.input_config.requests.requests[0]'.
          """)
  void anUnknownMemberMakesTheWholeBodyInvalid(String body, String message) throws IOException {
    Http.Reply reply = post(body.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorMessage()).isEqualTo(message);
    assertThat(reply.body())
        .contains("\"@type\": \"type.googleapis.com/google.rpc.BadRequest\"")
        .contains("\"status\": \"INVALID_ARGUMENT\"");
    assertThat(sandbox.gemini().created()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{'batch':{}}",
        "{'batch':[]}",
        "{'batch':{'inputConfig':{}}}",
        "{'batch':{'inputConfig':{'requests':{}}}}",
        "{'batch':{'inputConfig':{'requests':[]}}}",
        "{'batch':{'inputConfig':{'requests':{'requests':[]}}}}",
        "{'batch':{'inputConfig':{'requests':{'requests':[1]}}}}",
        "{'batch':{'inputConfig':{'requests':{'requests':[{}]}}}}",
        "{'batch':{'inputConfig':{'requests':{'requests':[{'request':[]}]}}}}",
        "{'batch':{'inputConfig':{'requests':{'requests':[{'request':{},'metadata':1}]}}}}",
        "{'batch':{'inputConfig':{'fileName':'files/x','requests':{'requests':[{'request':{}}]}}}}",
        "{'batch':{'priority':'high','inputConfig':{'requests':{'requests':[{'request':{}}]}}}}",
        "{'batch':{'inputConfig':{'requests':{'requests':[{'request':{}}]}}}} {}"
      })
  void aBodyThatIsNotABatchIsRefusedAndCreatesNothing(String body) throws IOException {
    Http.Reply reply = post(body.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"status\": \"INVALID_ARGUMENT\"");
    assertThat(sandbox.gemini().created()).isZero();
  }

  @Test
  void aBodyAbove20MbIsAnInvalidArgument() throws IOException {
    String body = GeminiHttp.body("a").toString();
    Http.Reply fits = post(" ".repeat(20_971_520 - body.length()) + body);
    Http.Reply above = post(" ".repeat(20_971_521 - body.length()) + body);

    assertThat(fits.status()).isEqualTo(200);
    assertThat(above.status()).isEqualTo(400);
    assertThat(above.json())
        .isEqualTo(
            GeminiHttp.json(
                """
                {'error':{'code':400,'message':'Body is above 20971520 bytes.',\
                'status':'INVALID_ARGUMENT'}}"""));
    assertThat(sandbox.gemini().created()).isEqualTo(1);
  }

  @Test
  void aMissingFileIsForbidden() throws IOException {
    Http.Reply reply = post(GeminiHttp.fileBody("files/nowhere").toString());

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.errorMessage()).isEqualTo("No access to the file, or no such file.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"models/no-such-model", "models/models%2Fgemini", "models/a%20b"})
  void aMissingModelIsNotFound(String model) throws IOException {
    String path = "/v1beta/" + model + ":batchGenerateContent";
    Http.Reply reply = http.http().post(path, GeminiHttp.body("a").toString());

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json())
        .isEqualTo(
            GeminiHttp.json(
                """
                {'error':{'code':404,\
                'message':'Model is unknown or does not offer batchGenerateContent.',\
                'status':'NOT_FOUND'}}"""));
  }

  @Test
  void aTunedModelIsAModel() throws IOException {
    String path = "/v1beta/tunedModels/mine:batchGenerateContent";
    Http.Reply reply = http.http().post(path, GeminiHttp.body("a").toString());

    assertThat(GeminiHttp.metadata(reply).get("model").getAsString()).isEqualTo("tunedModels/mine");
  }

  @Test
  void anUnknownBatchIsNotFound() throws IOException {
    String name = "batches/" + "x".repeat(36);

    assertThat(http.retrieve(name).json())
        .isEqualTo(
            GeminiHttp.json(
                """
                {'error':{'code':404,'message':'Entity was not found here.',\
                'status':'NOT_FOUND'}}"""));
    assertThat(http.cancel(name).status()).isEqualTo(404);
    assertThat(http.delete(name).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1beta",
        "/v2/batches",
        "/v1beta/batches/a/b",
        "/v1beta/models/x:generateContent",
        "/upload/v1beta/batches",
        "/download/v1beta/files"
      })
  void otherPathsAreNotFound(String path) throws IOException {
    assertThat(http.http().get(path).status()).isEqualTo(404);
    assertThat(sandbox.gemini().requests().get(0).operation()).isNull();
  }

  private Http.Reply post(String body) throws IOException {
    return http.http().post(GeminiHttp.CREATE, body);
  }
}
