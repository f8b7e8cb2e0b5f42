package io.batchwright.benchmarks.read;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.benchmarks.data.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.Response;

/** OkHttp and Gson as commonly combined: each line as a String, parsed into a tree. */
final class GsonReader implements ResultReader {
  private static final Gson GSON = new Gson();

  @Override
  public void read(Target target, Tally tally) throws IOException {
    tally.readsTexts();
    try (Response response = Http.get(target.downloadUrl());
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(response.body()).byteStream(),
                    StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(GSON.fromJson(line, JsonObject.class), target.dialect(), tally);
      }
    }
  }

  private static void add(JsonObject line, Dialect dialect, Tally tally) {
    switch (dialect) {
      case ANTHROPIC -> {
        JsonObject result = line.getAsJsonObject("result");
        boolean succeeded = result.get("type").getAsString().equals("succeeded");
        if (succeeded) {
          tally.text(anthropicText(result.getAsJsonObject("message")));
        }
        tally.result(line.get("custom_id").getAsString(), succeeded);
      }
      case OPENAI, ZHIPU -> {
        JsonObject response = line.getAsJsonObject("response");
        boolean succeeded = response.get("status_code").getAsInt() == 200;
        if (succeeded) {
          tally.text(chatText(response.getAsJsonObject("body")));
        }
        tally.result(line.get("custom_id").getAsString(), succeeded);
      }
      case GEMINI -> {
        JsonObject response = line.getAsJsonObject("response");
        if (response != null) {
          tally.text(geminiText(response));
        }
        tally.result(line.get("key").getAsString(), response != null);
      }
    }
  }

  private static String anthropicText(JsonObject message) {
    StringBuilder text = new StringBuilder();
    for (JsonElement block : message.getAsJsonArray("content")) {
      text.append(block.getAsJsonObject().get("text").getAsString());
    }
    return text.toString();
  }

  private static String chatText(JsonObject body) {
    StringBuilder text = new StringBuilder();
    for (JsonElement choice : body.getAsJsonArray("choices")) {
      JsonObject message = choice.getAsJsonObject().getAsJsonObject("message");
      text.append(message.get("content").getAsString());
    }
    return text.toString();
  }

  private static String geminiText(JsonObject response) {
    StringBuilder text = new StringBuilder();
    for (JsonElement candidate : response.getAsJsonArray("candidates")) {
      JsonObject content = candidate.getAsJsonObject().getAsJsonObject("content");
      for (JsonElement part : content.getAsJsonArray("parts")) {
        text.append(part.getAsJsonObject().get("text").getAsString());
      }
    }
    return text.toString();
  }
}
