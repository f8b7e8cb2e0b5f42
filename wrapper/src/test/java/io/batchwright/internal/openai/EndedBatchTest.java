package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.batchwright.BatchRef;
import io.batchwright.client.openai.model.Batch;
import io.batchwright.internal.json.WireJson;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndedBatchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'output_file_id':'f-1','error_file_id':'f-2' | f-1, f-2",
        "'output_file_id':'f-1','error_file_id':''    | f-1",
        "'output_file_id':null,'error_file_id':'f-2'  | f-2",
        "'output_file_id':'f-1','error_file_id':'f-1' | f-1",
      })
  void namesEachFileOfResultsOnce(String members, String files) {
    String json = ("{'id':'b','status':'completed'," + members + "}").replace('\'', '"');
    Batch batch = WireJson.decode(JsonParser.parseString(json).getAsJsonObject(), Batch.class);
    BatchRef ref = new BatchRef("openai", "b", null);
    EndedBatch ended =
        new EndedBatch(
            new DialectStatus(new DialectErrors(UnaryOperator.identity()))
                .of(ref, batch, null, json),
            batch);

    assertThat(String.join(", ", ended.resultFiles())).isEqualTo(files);
  }
}
