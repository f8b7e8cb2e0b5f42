package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.ErrorKind;
import io.batchwright.Usage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectLinesTest {
  private static final String ANSWER =
      "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"four\"}},"
          + "{\"index\":1,\"message\":{\"content\":\"five\"}}],"
          + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":5,\"total_tokens\":14,"
          + "\"prompt_tokens_details\":{\"cached_tokens\":2}}}";

  private static BatchResult decode(String line) {
    return new DialectLines("openai", ErrorTable.USUAL)
        .decode(line.getBytes(StandardCharsets.UTF_8), 7);
  }

  private static BatchResult.Succeeded succeeded(String body) {
    String line = "{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":" + body + "}}";
    return (BatchResult.Succeeded) decode(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // as recorded at OpenAI
        "{'id':'batch_req_1','custom_id':'a','response':{'status_code':200,'request_id':'r','body':{}},'error':null} | a: succeeded",
        // as documented by Moonshot, whose ids are the custom ids
        "{'id':'a','custom_id':'a','response':{'status_code':200,'request_id':'','body':{}},'error':null} | a: succeeded",
        // as recorded at Zhipu, whose ids are the batch's
        "{'response':{'status_code':200,'body':{'request_id':'1-a'}},'custom_id':'a','id':'batch_1'} | a: succeeded",
        "{'custom_id':'a','response':{'body':{}}} | a: succeeded",
        "{'custom_id':'a','response':{'status_code':'200','body':{}}} | a: succeeded",
        "{'custom_id':'a','response':{'status_code':400,'body':{'error':{'type':'bad','code':null}}},'error':null} | a: errored (bad)",
        "{'custom_id':'a','response':{'status_code':200,'body':{'error':{'type':'bad'}}}} | a: errored (bad)",
        "{'custom_id':'a','response':{'status_code':200,'body':{'error':'bad'}}} | a: errored",
        "{'custom_id':'a','response':{'status_code':0,'body':{}},'error':null} | a: errored",
        "{'custom_id':'a','response':{'status_code':502,'body':'<html>'},'error':null} | a: errored",
        "{'custom_id':'a','response':null,'error':{'code':'server_error','message':'m'}} | a: errored",
        "{'custom_id':'a','response':null,'error':'it broke'} | a: errored",
        "{'custom_id':'a','response':{'status_code':200,'body':{}},'error':{'code':'odd'}} | a: errored",
        "{'custom_id':'a','response':null,'error':{'code':'batch_expired','message':'late'}} | a: expired",
        "{'custom_id':'a','response':null,'error':{'code':'batch_cancelled'}} | a: cancelled",
        "{'custom_id':'a','response':{'status_code':200,'body':{'x':1}},'error':{}} | a: succeeded",
        "{'custom_id':'a','response':{'status_code':200,'body':{'x':1}},'error':[]} | a: succeeded",
        "{'custom_id':'a','response':{'status_code':200,'body':{}},'error':[{'code':'odd'}]} | a: errored",
        "{'custom_id':'a','response':{'status_code':200,'body':{'error':1301}}} | a: errored",
        "{'custom_id':'a','response':{'status_code':200,'body':{'code':1214,'msg':'m','success':false}}} | a: errored",
        "{'custom_id':'a','response':null,'error':'batch_expired'} | a: expired",
        "{'custom_id':'a','response':{'status_code':400,'body':{'error':{'code':'batch_expired'}}}} | a: expired",
        "{'custom_id':'a','response':null,'error':null} | a: unreadable (neither a response nor an error)",
        "{'custom_id':'a','response':{'status_code':200,'body':null}} | a: unreadable (no response.body)",
        "{'custom_id':'a','response':{'status_code':200}} | a: unreadable (no response.body)",
        "{'response':{'status_code':200,'body':{}}} | line 7: unreadable (no custom_id)",
        "{'custom_id':5,'response':{'status_code':200,'body':{}}} | line 7: unreadable (no custom_id)",
        "{'custom_id':'a','response':{'status_code':200,'body':{} | a: unreadable (the JSON ends too early)",
      })
  void whatALineSaysAndNotItsFileDecides(String line, String outcome) {
    assertThat(decode(line.replace('\'', '"'))).hasToString(outcome);
  }

  @Test
  void anErrorIsReadFromTheBodyOfTheAnswer() {
    BatchResult.Errored errored =
        (BatchResult.Errored)
            decode(
                "{\"custom_id\":\"a\",\"error\":null,\"response\":{\"status_code\":429,\"request_id\":\"r-1\","
                    + "\"body\":{\"error\":{\"message\":\"Slow\",\"type\":\"requests\",\"code\":1302}}}}");

    assertThat(errored.error())
        .isEqualTo(
            ApiError.builder(ErrorKind.RATE_LIMITED)
                .httpStatus(429)
                .type("requests")
                .code("1302")
                .message("Slow")
                .requestId("r-1")
                .build());
    assertThat(errored.body().json().getAsJsonObject("error").get("message").getAsString())
        .isEqualTo("Slow");
  }

  @Test
  void anErrorThatNeverBecameAnAnswerIsReadToo() {
    BatchResult.Errored errored =
        (BatchResult.Errored)
            decode(
                "{\"custom_id\":\"a\",\"response\":{\"status_code\":429,\"body\":null},"
                    + "\"error\":{\"code\":\"insufficient_quota\",\"message\":\"Pay\"}}");

    assertThat(errored.error())
        .isEqualTo(
            ApiError.builder(ErrorKind.QUOTA)
                .httpStatus(429)
                .code("insufficient_quota")
                .message("Pay")
                .build());
    assertThat(((BatchResult.Errored) decode("{\"custom_id\":\"a\",\"error\":\"x\"}")).error())
        .isEqualTo(ApiError.builder(ErrorKind.INVALID).message("x").build());
  }

  @Test
  void theTextIsTheFirstChoices() {
    assertThat(succeeded(ANSWER).body().text()).isEqualTo("four");
    assertThat(succeeded(ANSWER).body().usage()).isEqualTo(new Usage(9, 5, 2, 0));
    assertThat(succeeded("{\"data\":[{\"embedding\":[0.1]}]}").body().text()).isEmpty();
    assertThat(succeeded("{\"data\":[]}").body().usage()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'choices':[{'message':{'content':null,'refusal':'no'}}]} | ``",
        "{'choices':[{'message':{'content':[{'type':'text','text':'a'},{'type':'text','text':'b'}]}}]} | ab",
        "{'choices':[{'text':'completed'}]} | completed",
        "{'choices':[]} | ``",
        "{'output':[{'type':'reasoning','summary':[]},{'type':'message','content':[{'type':'output_text','text':'hi'}]}]} | hi"
      })
  void everyEndpointsTextIsFound(String body, String text) {
    assertThat(succeeded(body.replace('\'', '"')).body().text()).isEqualTo(text);
  }

  @Test
  void theUsageOfTheResponsesEndpointIsReadToo() {
    String usage =
        "{\"usage\":{\"input_tokens\":8,\"output_tokens\":2,\"input_tokens_details\":{\"cached_tokens\":3}}}";

    assertThat(succeeded(usage).body().usage()).isEqualTo(new Usage(8, 2, 3, 0));
    assertThat(succeeded("{\"usage\":{\"prompt_tokens\":8,\"cached_tokens\":1}}").body().usage())
        .isEqualTo(new Usage(8, 0, 1, 0));
  }
}
