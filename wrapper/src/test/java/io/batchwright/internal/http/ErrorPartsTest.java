package io.batchwright.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPartsTest {
  private static JsonElement json(String json) {
    return JsonParser.parseString(json.replace('\'', '"'));
  }

  private static ApiError error(String json) {
    return ErrorParts.of(json(json)).toError(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "{'error':{'message':'m','type':'t','param':null,'code':'c'}}     | t | c | m",
        "{'type':'error','error':{'type':'t','message':'m'}}              | t | - | m",
        "{'type':'t','message':'m'}                                       | t | - | m",
        "{'error':{'error':{'message':'m','type':'t','code':400}}}        | t | 400 | m",
        "{'error':'m'}                                                    | - | - | m",
        "'m'                                                              | - | - | m",
        "{'code':20012,'message':'m','data':null}                         | - | 20012 | m",
        "{'code':1302,'msg':'m','success':false}                          | - | 1302 | m",
        "{'error_code':'c','error_message':'m'}                           | - | c | m",
        "{'code':'c','error':'m'}                                         | - | c | m",
        "{'object':'error','message':'m','type':'t','param':null,'code':'3310'} | t | 3310 | m",
        "{'detail':'m'}                                                   | - | - | m",
        "{'detail':[{'loc':['body','n',0],'msg':'m','type':'t'}]}         | t | - | body.n.0: m",
        "{'detail':[{'msg':'m'},{'msg':'n'}]}                             | - | - | m; n",
        "{'errors':['m','n']}                                             | - | - | m; n",
        "[{'error':{'message':'m'}}]                                      | - | - | m",
        "{'error':{'type':'t','message':'m','details':{'error_code':'c'}}} | t | c | m",
        "{'error':{'code':'c'}}                                           | - | c | c",
        "{'error':{'type':'t','code':'c'}}                                | t | c | t (c)",
        "{'status':502,'error':'m'}                                       | - | - | m",
        "{'error':null}                                                   | - | - | the provider gave no reason",
        "{}                                                               | - | - | the provider gave no reason",
        "null                                                             | - | - | the provider gave no reason"
      })
  void everyFormIsRead(String json, @Nullable String type, @Nullable String code, String message) {
    assertThat(error(json))
        .returns(type, ApiError::type)
        .returns(code, ApiError::code)
        .returns(message, ApiError::message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Bad Gateway</html>", "{\"error\":{\"message\":\"cut", "[1,", " "})
  void whatIsNoMessageLeavesTheStatus(String text) {
    assertThat(ErrorParts.of(new JsonPrimitive(text)).toError(502))
        .returns("HTTP 502", ApiError::message)
        .returns(502, ApiError::httpStatus)
        .returns(ErrorKind.UNAVAILABLE, ApiError::kind);
  }

  @Test
  void anErrorThatIsWrittenAsTextIsReadFromIt() {
    String inside = "{\"object\":\"error\",\"message\":\"Unknown name\",\"code\":\"3310\"}";
    for (String text : new String[] {inside, "Bad Request: " + inside}) {
      assertThat(ErrorParts.of(new JsonPrimitive(text)).toError(400))
          .returns("3310", ApiError::code)
          .returns("Unknown name", ApiError::message);
    }
    assertThat(ErrorParts.of(new JsonPrimitive("Use {name} here")).toError(400).message())
        .isEqualTo("Use {name} here");
  }

  @Test
  void partsMayBeInSeveralPlacesAndAnErrorStatusIsOneOfThem() {
    ApiError error =
        ErrorParts.of(
                json("null"),
                json("{'request_id':'r'}"),
                json("{'status_code':'500','message':'Internal Server Error'}"))
            .toError(null);

    assertThat(error)
        .returns(500, ApiError::httpStatus)
        .returns("Internal Server Error", ApiError::message)
        .returns("r", ApiError::requestId)
        .returns(true, ApiError::retryable);
    assertThat(error("{'status_code':0,'message':'m'}").httpStatus()).isNull();
    assertThat(error("{'status_code':200,'message':'m'}").httpStatus()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "400 | invalid_request_error | - | Your credit balance is too low to access the API. | QUOTA",
        "400 | invalid_request_error | - | You have reached your specified workspace API usage limits. | QUOTA",
        "429 | rate_limit_error | enforced_spend_limit_reached | m | QUOTA",
        "429 | rate_limit_error | contract_spend_limit_reached | m | QUOTA",
        "429 | rate_limit_error | ramp_limit_exceeded | m | RATE_LIMITED",
        "429 | insufficient_quota | insufficient_quota | m | QUOTA",
        "400 | Arrearage | - | Access denied. | QUOTA",
        "- | - | token_limit_exceeded | m | RATE_LIMITED",
        "400 | - | - | Enqueued token limit reached for gpt-5. | RATE_LIMITED",
        "400 | - | content_filter | m | FILTERED",
        "400 | content_filter | - | m | FILTERED",
        "- | - | DataInspectionFailed | m | FILTERED",
        "400 | - | data_inspection_failed | m | FILTERED",
        "- | - | bio_policy | m | FILTERED",
        "- | - | invalid_prompt | m | INVALID",
        "- | - | server_error | m | UNAVAILABLE",
        "- | - | vector_store_timeout | m | UNAVAILABLE",
        "- | - | rate_limit_exceeded | m | RATE_LIMITED",
        "404 | - | server_error | m | NOT_FOUND",
        "503 | - | cmek_key_unreachable | m | UNAVAILABLE"
      })
  void codesAreMoreSpecificThanTheStatus(
      @Nullable Integer status,
      @Nullable String type,
      @Nullable String code,
      String message,
      ErrorKind kind) {
    ApiError error = Failure.reported(status, type, code, message, null);

    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.retryable()).isEqualTo(kind.retryable());
  }
}
