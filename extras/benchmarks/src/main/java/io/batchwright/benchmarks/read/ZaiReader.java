package io.batchwright.benchmarks.read;

import ai.z.openapi.ZhipuAiClient;
import ai.z.openapi.core.response.HttpxBinaryResponseContent;
import ai.z.openapi.service.deserialize.MessageDeserializeFactory;
import ai.z.openapi.service.model.Choice;
import ai.z.openapi.service.model.ModelData;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;

/**
 * zai-sdk, which returns the whole file as one string; each line is decoded by the SDK's mapper.
 */
final class ZaiReader implements ResultReader {
  private static final ObjectMapper MAPPER = MessageDeserializeFactory.defaultObjectMapper();

  @Override
  public void read(Target target, Tally tally) throws IOException {
    tally.readsTexts();
    ZhipuAiClient client =
        ZhipuAiClient.builder().apiKey("no.key").baseUrl(target.baseUrl() + "/").build();
    String file = client.batches().retrieveBatch(target.batchId()).getData().getOutputFileId();
    try (HttpxBinaryResponseContent content = client.files().retrieveFileContent(file);
        BufferedReader lines = new BufferedReader(new StringReader(content.getText()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(MAPPER.readTree(line), tally);
      }
    }
    client.close();
  }

  private static void add(JsonNode line, Tally tally) throws JsonProcessingException {
    JsonNode response = line.path("response");
    boolean succeeded = response.path("status_code").asInt() == 200;
    if (succeeded) {
      StringBuilder text = new StringBuilder();
      for (Choice choice :
          MAPPER.treeToValue(response.path("body"), ModelData.class).getChoices()) {
        text.append(choice.getMessage().getContent());
      }
      tally.text(text.toString());
    }
    tally.result(line.path("custom_id").asText(), succeeded);
  }
}
