package io.batchwright.examples;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import io.batchwright.AnswerException;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.anthropic.Anthropic;
import java.util.ArrayList;
import java.util.List;

/** Sends records as bodies, and reads JSON that the model wrote into a record. */
public final class TypedAnswers {
  // docs: records
  record Prompt(String model, @SerializedName("max_tokens") int maxTokens, List<Turn> messages) {}

  record Turn(String role, String content) {}

  record Invoice(String number, double total) {}

  // docs: end

  private TypedAnswers() {}

  /** Arguments: the texts of invoices. */
  public static void main(String[] args) throws Exception {
    // docs: body mapper
    BatchClient client =
        Anthropic.builder().fromEnv().bodyMapper(new Gson()::toJson).build(); // or Jackson's
    // docs: end
    try (client) {
      List<BatchRequest> requests = new ArrayList<>();
      for (String text : args) {
        requests.add(request("invoice-" + requests.size(), text));
      }
      BatchHandle batch = client.submit(BatchInput.of(requests));
      batch.await();
      try (BatchResults results = batch.results()) {
        // docs: answer
        for (BatchResult r : results) {
          if (r instanceof BatchResult.Succeeded ok) {
            try {
              Invoice invoice = ok.answer(Invoice.class); // throws unless finish().whole()
              System.out.println(invoice.number() + ": " + invoice.total());
            } catch (AnswerException e) {
              System.out.println(ok.customId() + ": " + e.getMessage() + " " + e.finish());
            }
          }
        }
        // docs: end
      }
    }
  }

  private static BatchRequest request(String customId, String text) {
    // docs: mapped body
    String task = "Return {\"number\": string, \"total\": number} of this invoice: " + text;
    Prompt prompt = new Prompt("claude-haiku-4-5", 256, List.of(new Turn("user", task)));
    return BatchRequest.of(customId, prompt);
    // docs: end
  }
}
