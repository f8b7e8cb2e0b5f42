package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.ErrorKind;
import io.batchwright.MalformedResponseException;
import io.batchwright.Usage;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
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
    return new DialectLines("openai", UnaryOperator.identity(), null)
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
        "{'id':'batch_req_1','custom_id':'a','response':{'status_code':200,'request_id':'r','body':{'x':1}},'error':null} | a: succeeded",
        // as documented by Moonshot, whose ids are the custom ids
        "{'id':'a','custom_id':'a','response':{'status_code':200,'request_id':'','body':{'x':1}},'error':null} | a: succeeded",
        // as recorded at Zhipu, whose ids are the batch's
        "{'response':{'status_code':200,'body':{'request_id':'1-a'}},'custom_id':'a','id':'batch_1'} | a: succeeded",
        "{'custom_id':'a','response':{'body':{'x':1}}} | a: succeeded",
        "{'custom_id':'a','response':{'status_code':'200','body':{'x':1}}} | a: succeeded",
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
        "{'custom_id':'a','response':{'status_code':200,'body':null}} | a: errored",
        "{'custom_id':'a','response':{'status_code':200}} | a: errored",
        "{'response':{'status_code':200,'body':{}}} | line 7: unreadable (no custom_id)",
        "{'custom_id':5,'response':{'status_code':200,'body':{'x':1}}} | 5: succeeded",
        "{'custom_id':'a','response':{'status_code':200,'body':{}}} | a: errored",
        "{'custom_id':'a','response':{'status_code':200,'body':{} | a: unreadable (the JSON ends too early)",
      })
  void theLineAndNotItsFileDecides(String line, String outcome) {
    assertThat(decode(line.replace('\'', '"'))).hasToString(outcome);
  }

  @Test
  void twoVectorsWithOneIndexAreAnErrorAndNotOneVector() {
    BatchResult result =
        decode(
            "{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":{\"data\":["
                + "{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[2]}]}}}");
    assertThatThrownBy(() -> result.succeeded().orElseThrow().embeddings())
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("two have one index");
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
                .type("requests")
                .code("1302")
                .message("Slow")
                .httpStatus(429)
                .requestId("r-1")
                .build());
    assertThat(errored.json().getAsJsonObject("error").get("message").getAsString())
        .isEqualTo("Slow");
  }

  @Test
  void anErrorWithoutAResponseIsReadToo() {
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
        .hasToString(ApiError.builder(ErrorKind.INVALID).build().toString());
  }

  @Test
  void theTextIsTheFirstChoices() {
    assertThat(succeeded(ANSWER).text()).isEqualTo("four");
    assertThat(succeeded(ANSWER).usage())
        .isEqualTo(Usage.builder().input(9).output(5).cacheRead(2).build());
    assertThat(succeeded("{\"data\":[{\"embedding\":[0.1]}]}").text()).isEmpty();
    assertThat(succeeded("{\"data\":[]}").usage()).isNull();
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
    assertThat(succeeded(body.replace('\'', '"')).text()).isEqualTo(text);
  }

  @Test
  void theUsageOfTheResponsesEndpointIsReadToo() {
    String usage =
        "{\"usage\":{\"input_tokens\":8,\"output_tokens\":2,\"input_tokens_details\":{\"cached_tokens\":3}}}";

    assertThat(succeeded(usage).usage())
        .isEqualTo(Usage.builder().input(8).output(2).cacheRead(3).build());
    assertThat(succeeded("{\"usage\":{\"prompt_tokens\":8,\"cached_tokens\":1}}").usage())
        .isEqualTo(Usage.builder().input(8).output(0).cacheRead(1).build());
  }
}
