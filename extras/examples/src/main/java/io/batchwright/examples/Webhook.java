package io.batchwright.examples;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import io.batchwright.AwaitOptions;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchStatus;
import io.batchwright.PollSchedule;
import io.batchwright.openai.OpenAi;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Polls rarely, and at once when a webhook reports that the batch has ended. */
public final class Webhook {
  private Webhook() {}

  /** Argument: a file of requests. */
  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (BatchClient client = OpenAi.fromEnv()) {
      BatchHandle batch = client.submit(BatchInput.ofFile(Path.of(args[0])));
      // docs: webhook
      CompletableFuture<BatchStatus> end =
          batch.awaitAsync(
              AwaitOptions.within(Duration.ofHours(26))
                  .withSchedule(PollSchedule.every(Duration.ofHours(1))));
      server.createContext(
          "/webhook",
          exchange -> { // check the signature of the webhook before you use it
            String text =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonObject data =
                JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("data");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            if (data.get("id").getAsString().equals(batch.ref().id())) {
              client.wake(batch.ref()); // polls now rather than within the hour
            }
          });
      // docs: end
      server.start();
      System.out.println("listening for " + batch.ref().id() + " on " + server.getAddress());
      System.out.println(end.get().state());
    } finally {
      server.stop(0);
    }
  }
}
