package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.ApiError;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectErrorsTest {
  private final DialectErrors errors = new DialectErrors(ErrorRules.passingExcept("no_money"));

  private static JsonObject json(String body) {
    return JsonParser.parseString(body.replace('\'', '"')).getAsJsonObject();
  }

  private ApiError read(int status, String body) {
    return errors.read(status, Headers.of("x-request-id", "r-1"), json(body));
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
        "{'error':null} | - | - | ``",
        "{} | - | - | ``"
      },
      quoteCharacter = '`')
  void everyFormIsRead(String body, String type, String code, String message) {
    assertThat(read(400, body)).isEqualTo(new ApiError(type, code, message, "r-1", null, false));
  }

  @Test
  void whatPassesIsRetryableUnlessItIsAboutMoney() {
    assertThat(read(429, "{'error':{'code':'slow_down'}}").retryable()).isTrue();
    assertThat(read(503, "{}").retryable()).isTrue();
    assertThat(read(429, "{'error':{'code':'no_money'}}").retryable()).isFalse();
    assertThat(read(429, "{'error':{'type':'no_money'}}").retryable()).isFalse();
    assertThat(read(404, "{}").retryable()).isFalse();
  }

  @Test
  void aFileThatCannotBeFoundYetMayBeInAMoment() {
    assertThat(read(400, "{'error':{'message':'Cannot find file','param':'file_id'}}").retryable())
        .isTrue();
    assertThat(read(400, "{'error':{'message':'no','param':'endpoint'}}").retryable()).isFalse();
  }

  @Test
  void anErrorInAGoodAnswerIsAnError() {
    assertThat(errors.meaning(200, json("{'error':{'code':'x'}}"))).isEqualTo(500);
    assertThat(errors.meaning(200, json("{'code':500,'msg':'x'}"))).isEqualTo(500);
    assertThat(errors.meaning(200, json("{'id':'b','error':{'code':'x'}}"))).isEqualTo(500);
  }

  @Test
  void aGoodAnswerIsNone() {
    assertThat(errors.meaning(200, json("{'custom_id':'b','error':{'code':'x'}}"))).isEqualTo(200);
    assertThat(errors.meaning(200, json("{'id':'b','error':{}}"))).isEqualTo(200);
    assertThat(errors.meaning(200, json("{'id':'b','code':1,'msg':'x'}"))).isEqualTo(200);
    assertThat(errors.meaning(200, json("{'code':200,'msg':'ok','success':true}"))).isEqualTo(200);
    assertThat(errors.meaning(200, json("{'id':'b','error':null}"))).isEqualTo(200);
    assertThat(errors.meaning(200, json("{'data':[]}"))).isEqualTo(200);
    assertThat(errors.meaning(404, json("{'error':{'code':'x'}}"))).isEqualTo(404);
  }
}
