package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of result lines as vendors, servers and gateways write them. */
class ErrorsOfLinesTest {
  private static ApiError error(String line) {
    JsonObject json = JsonParser.parseString(line.replace('\'', '"')).getAsJsonObject();
    JsonElement response = json.get("response");
    JsonElement body = response instanceof JsonObject object ? object.get("body") : null;
    return new DialectErrors(UnaryOperator.identity()).ofLine(json.get("error"), body, response);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "{'response':{'status_code':400,'request_id':'v','body':null},'error':{'error':{'message':'max_tokens too large','type':'BadRequestError','param':null,'code':400}}} | BadRequestError | 400 | 400 | max_tokens too large | INVALID",
        "{'response':null,'error':'This model does not support embeddings'} | - | - | - | This model does not support embeddings | INVALID",
        "{'response':{'status_code':400,'body':{'code':20012,'message':'Model does not exist','data':null}}} | - | 20012 | 400 | Model does not exist | INVALID",
        "{'response':{'status_code':422,'body':{'detail':[{'loc':['body','metadata'],'msg':'extra fields not permitted','type':'value_error'}]}}} | value_error | - | 422 | body.metadata: extra fields not permitted | INVALID",
        "{'response':{'status_code':502,'body':'<html>Bad Gateway</html>'}} | - | - | 502 | HTTP 502 | UNAVAILABLE",
        "{'response':{'status_code':500,'message':'Internal Server Error'},'error':null} | - | - | 500 | Internal Server Error | UNAVAILABLE",
        "{'response':null,'error':{'error_code':'DataInspectionFailed','error_message':'Input data may contain inappropriate content.'}} | - | DataInspectionFailed | - | Input data may contain inappropriate content. | FILTERED",
        "{'response':{'status_code':429,'request_id':'r','body':{'error':{'message':'Rate limit reached','type':'requests','param':null,'code':'rate_limit_exceeded'}}},'error':null} | requests | rate_limit_exceeded | 429 | Rate limit reached | RATE_LIMITED",
        "{'response':{'status_code':200,'body':{'status':'failed','error':{'code':'server_error','message':'The model failed.'}}}} | failed | server_error | - | The model failed. | UNAVAILABLE",
        "{'response':{'status_code':200,'body':{'status':'failed','error':null}}} | failed | - | - | failed | INVALID",
        "{'response':{'status_code':'429','body':null},'error':null} | - | - | 429 | HTTP 429 | RATE_LIMITED",
        "{'response':{'status_code':0,'body':null},'error':{'message':'m'}} | - | - | - | m | INVALID",
        "{'response':{'status_code':400,'body':{'error':{'code':'content_filter','innererror':{'code':'ResponsibleAIPolicyViolation'},'message':'m'}}}} | - | content_filter | 400 | m | FILTERED",
        "{'response':{'status_code':400,'body':{'error':{'message':'Failed to validate JSON.','type':'invalid_request_error','code':'json_validate_failed'}}}} | invalid_request_error | json_validate_failed | 400 | Failed to validate JSON. | INVALID",
        "{'response':null,'error':{'code':'batch_cancelled','message':'m'}} | - | batch_cancelled | - | m | INVALID"
      })
  void keepTheirReason(
      String line,
      @Nullable String type,
      @Nullable String code,
      @Nullable Integer status,
      String message,
      ErrorKind kind) {
    assertThat(error(line))
        .returns(type, ApiError::type)
        .returns(code, ApiError::code)
        .returns(status, ApiError::httpStatus)
        .returns(message, ApiError::message)
        .returns(kind, ApiError::kind)
        .returns(kind.retryable(), ApiError::retryable);
  }

  @Test
  void mayBeWrittenAsTextInTheBody() {
    JsonObject line = new JsonObject();
    JsonObject response = new JsonObject();
    response.addProperty("status_code", 400);
    response.addProperty("body", "{\"object\":\"error\",\"message\":\"m\",\"code\":\"3310\"}");
    line.add("response", response);
    assertThat(error(line.toString().replace("'", "")))
        .returns("3310", ApiError::code)
        .returns("m", ApiError::message);
  }

  @Test
  void nameTheirRequest() {
    assertThat(error("{'response':{'status_code':500,'request_id':'r','body':null}}").requestId())
        .isEqualTo("r");
    assertThat(error("{'response':{'status_code':500,'body':{'request_id':'b'}}}").requestId())
        .isEqualTo("b");
  }
}
