package io.batchwright.benchmarks.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Batch objects in the formats of the four providers. A batch without a scheduled end has always
 * ended, and its results are the file that its id names. Thread-safe.
 */
final class BatchPages {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);

  private final ScheduledBatches waits;

  BatchPages(ScheduledBatches waits) {
    this.waits = waits;
  }

  /** Removes the prefix of an id. */
  static String bare(String id) {
    return id.replaceFirst("^(msgbatch_|batch_|file-)", "");
  }

  /** Returns one batch. */
  String one(String path) {
    String name = bare(path.substring(path.lastIndexOf('/') + 1));
    if (path.startsWith("/v1/messages/")) {
      return name.startsWith(ScheduledBatches.PREFIX)
          ? anthropic(waits.get(name))
          : anthropic(name, true);
    }
    if (path.startsWith("/v1beta/")) {
      return gemini(name);
    }
    return path.startsWith("/api/paas/") ? zhipu(name) : openAi(name, "\"completed\"");
  }

  /** Lists the batches with a scheduled end, as Anthropic does. */
  String list(RequestHead head) {
    String limit = head.parameter("limit");
    String after = head.parameter("after_id");
    int most = limit == null ? 20 : Integer.parseInt(limit);
    List<ScheduledBatches.WaitBatch> page = waits.page(after == null ? null : bare(after), most);
    boolean more =
        !page.isEmpty() && !page.get(page.size() - 1).name().equals(ScheduledBatches.PREFIX + 0);
    return "{\"data\":["
        + page.stream().map(BatchPages::anthropic).collect(Collectors.joining(","))
        + "],\"has_more\":"
        + more
        + ",\"first_id\":"
        + (page.isEmpty() ? "null" : quoted("msgbatch_" + page.get(0).name()))
        + ",\"last_id\":"
        + (page.isEmpty() ? "null" : quoted("msgbatch_" + page.get(page.size() - 1).name()))
        + "}";
  }

  /** Returns the response to a create or an upload. */
  static String made(RequestHead head, long bytes) {
    if (head.path().equals("/v1/messages/batches")) {
      return anthropic("made", false);
    }
    if (head.path().endsWith("/files")) {
      return "{\"id\":\"file-made\",\"object\":\"file\",\"bytes\":"
          + bytes
          + ",\"created_at\":1788300000,\"filename\":\"input.jsonl\",\"purpose\":\"batch\",\"status\":\"processed\"}";
    }
    return openAi("made", "\"validating\"");
  }

  private static String anthropic(ScheduledBatches.WaitBatch batch) {
    boolean ended = !Instant.now().isBefore(batch.ends());
    return anthropic(batch.name(), ended, batch.created(), ended ? batch.ends() : null);
  }

  private static String anthropic(String name, boolean ended) {
    Instant created = Instant.parse("2026-08-19T14:44:51.493319Z");
    return anthropic(name, ended, created, ended ? created.plusSeconds(600) : null);
  }

  private static String anthropic(
      String name, boolean ended, Instant created, @Nullable Instant endedAt) {
    return "{\"id\":\"msgbatch_"
        + name
        + "\",\"type\":\"message_batch\",\"processing_status\":"
        + (ended ? "\"ended\"" : "\"in_progress\"")
        + ",\"request_counts\":{\"processing\":"
        + (ended ? 0 : 4)
        + ",\"succeeded\":"
        + (ended ? 4 : 0)
        + ",\"errored\":0,\"canceled\":0,\"expired\":0},\"ended_at\":"
        + (endedAt == null ? "null" : quoted(MICROS.format(endedAt)))
        + ",\"created_at\":"
        + quoted(MICROS.format(created))
        + ",\"expires_at\":"
        + quoted(MICROS.format(created.plusSeconds(86_400)))
        + ",\"archived_at\":null,\"cancel_initiated_at\":null,\"results_url\":"
        + (ended
            ? quoted("https://api.anthropic.com/v1/messages/batches/msgbatch_" + name + "/results")
            : "null")
        + "}";
  }

  private static String openAi(String name, String status) {
    boolean ended = status.equals("\"completed\"");
    return "{\"id\":\"batch_"
        + name
        + "\",\"object\":\"batch\",\"endpoint\":\"/v1/chat/completions\",\"model\":null,\"errors\":null,\"input_file_id\":\"file-input\",\"completion_window\":\"24h\",\"status\":"
        + status
        + ",\"output_file_id\":"
        + (ended ? quoted("file-" + name) : "null")
        + ",\"error_file_id\":null,\"created_at\":1788300000,\"in_progress_at\":1788300060,\"expires_at\":1788386400,\"finalizing_at\":null,\"completed_at\":"
        + (ended ? "1788300905" : "null")
        + ",\"failed_at\":null,\"expired_at\":null,\"cancelling_at\":null,\"cancelled_at\":null,\"request_counts\":{\"total\":3,\"completed\":2,\"failed\":1},\"metadata\":null}";
  }

  private static String zhipu(String name) {
    return "{\"id\":\"batch_"
        + name
        + "\",\"object\":\"batch\",\"endpoint\":\"/v4/chat/completions\",\"input_file_id\":\"input\",\"completion_window\":\"24h\",\"status\":\"completed\",\"output_file_id\":\"file-"
        + name
        + "\",\"error_file_id\":\"\",\"created_at\":1788300000000,\"in_progress_at\":1788300060000,\"expires_at\":null,\"finalizing_at\":1788300900000,\"completed_at\":1788300905000,\"failed_at\":null,\"expired_at\":null,\"cancelling_at\":null,\"cancelled_at\":null,\"request_counts\":{\"completed\":2,\"failed\":1,\"total\":3},\"metadata\":null}";
  }

  private static String gemini(String name) {
    String type = "type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch";
    return "{\"name\":\"batches/"
        + name
        + "\",\"metadata\":{\"@type\":\""
        + type
        + "\",\"model\":\"models/gemini-2.5-flash\",\"displayName\":\"demo\",\"inputConfig\":{\"fileName\":\"files/input\"},\"output\":{\"responsesFile\":\"files/"
        + name
        + "\"},\"createTime\":\"2026-08-19T14:34:12.267870162Z\",\"endTime\":\"2026-08-19T14:37:40.118001234Z\",\"updateTime\":\"2026-08-19T14:37:40.118001234Z\",\"batchStats\":{\"requestCount\":\"3\",\"successfulRequestCount\":\"3\"},\"state\":\"BATCH_STATE_SUCCEEDED\",\"name\":\"batches/"
        + name
        + "\"},\"done\":true,\"response\":{\"@type\":\""
        + type
        + "Output\",\"responsesFile\":\"files/"
        + name
        + "\"}}";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
