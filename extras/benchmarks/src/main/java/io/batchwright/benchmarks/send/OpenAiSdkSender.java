package io.batchwright.benchmarks.send;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileObject;
import com.openai.models.files.FilePurpose;
import java.nio.file.Path;
import java.util.Objects;

/** openai-java's upload of a file. */
final class OpenAiSdkSender implements Sender {
  @Override
  public Sending prepare(String url, Path file) {
    OpenAIClient client =
        OpenAIOkHttpClient.builder().apiKey("no-key").baseUrl(url + "/v1").build();
    return () -> {
      FileCreateParams params =
          FileCreateParams.builder().file(file).purpose(FilePurpose.BATCH).build();
      FileObject made = client.files().create(params);
      Objects.requireNonNull(made.id());
    };
  }
}
