package io.batchwright.gemini;

import io.batchwright.client.gemini.api.BatchesApi;
import io.batchwright.client.gemini.api.FilesApi;
import io.batchwright.client.gemini.model.CreateBatchParams;
import io.batchwright.client.gemini.model.CreateEmbeddingBatchParams;
import io.batchwright.client.gemini.model.StartUploadParams;
import io.batchwright.internal.http.GeneratedCall;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The generated calls, by the full names of batches and files. Thread-safe.
 *
 * @param version the API version
 */
record GeminiCalls(BatchesApi batches, FilesApi files, String version) {
  static final String BATCHES = "batches/";
  static final String MODELS = "models/";
  static final String FILES = "files/";

  private static final String KEY_HEADER = "x-goog-api-key";

  /** Returns the create, whose body is replaced by one that streams. */
  GeneratedCall create(boolean embeddings, String model) {
    return embeddings
        ? () ->
            batches.createEmbeddingBatchCall(version, model, new CreateEmbeddingBatchParams(), null)
        : () -> batches.createBatchCall(version, model, new CreateBatchParams(), null);
  }

  GeneratedCall get(String batch) {
    return () -> batches.getBatchCall(version, bare(batch, BATCHES), null);
  }

  GeneratedCall list(int pageSize, @Nullable String pageToken) {
    return () -> batches.listBatchesCall(version, pageSize, pageToken, null);
  }

  GeneratedCall cancel(String batch) {
    return () -> batches.cancelBatchCall(version, bare(batch, BATCHES), null);
  }

  GeneratedCall delete(String batch) {
    return () -> batches.deleteBatchCall(version, bare(batch, BATCHES), null);
  }

  GeneratedCall deleteFile(String file) {
    return () -> files.deleteFileCall(version, bare(file, FILES), null);
  }

  GeneratedCall download(String file) {
    return () -> files.downloadFileCall(version, bare(file, FILES), "media", null);
  }

  /** The body is replaced by one of known bytes. */
  GeneratedCall startUpload(long length, String type) {
    return () ->
        files.uploadFileCall(
            version, "start", "resumable", length, type, null, new StartUploadParams(), null);
  }

  /** A later step, at the address from the first one, which needs no key. */
  GeneratedCall uploadStep(HttpUrl address, String command, @Nullable Long offset) {
    return () -> {
      Request step =
          files.uploadFileCall(version, command, null, null, null, offset, null, null).request();
      return GeneratedCall.BUILDER.newCall(
          step.newBuilder().url(address).removeHeader(KEY_HEADER).build());
    };
  }

  /** Returns the name without the prefix, which the paths of the calls already have. */
  static String bare(String name, String prefix) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}
