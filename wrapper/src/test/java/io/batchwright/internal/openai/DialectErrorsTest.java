package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.Failure;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectErrorsTest {
  private final DialectErrors errors = new DialectErrors(UnaryOperator.identity());

  private static JsonObject json(String body) {
    return JsonParser.parseString(body.replace('\'', '"')).getAsJsonObject();
  }

  private ApiError read(int status, String body) {
    Headers headers = Headers.of("x-request-id", "r-1");
    return errors.read(ApiCall.CREATE, status, headers, json(body)).error();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{'error':{'message':'m','type':'t','param':null,'code':'c'}} | t | c | m",
        "{'error':{'message':'m','type':'t'}} | t | - | m",
        "{'error':{'code':1214,'message':'m'}} | - | 1214 | m",
        "{'error':{'code':'1214','message':'m'}} | - | 1214 | m",
        "{'error':'m'} | - | - | m",
        "{'code':500,'msg':'m','success':false} | - | 500 | m",
        "{'message':'m'} | - | - | m",
        "{'detail':'m'} | - | - | m",
        "{'error':null} | - | - | -",
        "{} | - | - | -"
      },
      quoteCharacter = '`')
  void everyFormIsRead(
      String body, @Nullable String type, @Nullable String code, @Nullable String message) {
    assertThat(read(400, body))
        .isEqualTo(
            ApiError.builder(ErrorKind.INVALID)
                .httpStatus(400)
                .type(type)
                .code(code)
                .message(message)
                .requestId("r-1")
                .build());
  }

  @Test
  void whatPassesIsRetryableAndSoIsWhatTheOwnerOfTheAccountCanMend() {
    assertThat(read(429, "{'error':{'code':'slow_down'}}").retryable()).isTrue();
    assertThat(read(503, "{}").retryable()).isTrue();
    assertThat(read(429, "{'error':{'code':'insufficient_quota'}}").kind())
        .isEqualTo(ErrorKind.QUOTA);
    assertThat(read(429, "{'error':{'type':'insufficient_quota'}}").retryable()).isTrue();
    assertThat(read(404, "{}").retryable()).isFalse();
  }

  @Test
  void aFileThatCannotBeFoundYetMayBeInAMoment() {
    assertThat(read(400, "{'error':{'message':'Cannot find file','param':'file_id'}}").retryable())
        .isTrue();
    assertThat(read(400, "{'error':{'message':'no','param':'endpoint'}}").retryable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':{'code':'x'}}",
        "{'error':'x'}",
        "{'code':500,'msg':'x'}",
        "{'id':'b','error':{'code':'x'}}",
        "{'status':'failed','error':'x'}",
        "{'id':0,'code':401,'msg':'x'}",
        "{'id':false,'code':401,'msg':'x'}"
      })
  void anErrorInASuccessIsAFailureOfTheServer(String body) {
    assertThat(errors.isError(json(body))).isTrue();
    Failure failure = errors.read(ApiCall.CREATE, 200, Headers.of(), json(body));
    assertThat(failure.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure.error().httpStatus()).isEqualTo(200);
    assertThat(failure.mayHaveExecuted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'custom_id':'b','error':{'code':'x'}}",
        "{'id':'b','error':{}}",
        "{'id':'b','status':'FAILED','error':'Invalid input file'}",
        "{'id':'b','status':'completed','error':{'message':'a note'}}",
        "{'id':'b','code':1,'msg':'x'}",
        "{'code':200,'msg':'ok','success':true}",
        "{'code':0,'msg':'ok'}",
        "{'id':'b','error':null}",
        "{'data':[]}"
      })
  void aSuccessIsNone(String body) {
    assertThat(errors.isError(json(body))).isFalse();
  }

  @Test
  void aStatusThatIsAnErrorStands() {
    Failure failure =
        errors.read(ApiCall.RETRIEVE, 404, Headers.of(), json("{'error':{'code':'x'}}"));
    assertThat(failure.error().kind()).isEqualTo(ErrorKind.NOT_FOUND);
  }
}
