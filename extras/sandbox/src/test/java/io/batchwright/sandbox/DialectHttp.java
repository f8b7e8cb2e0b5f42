package io.batchwright.sandbox;

import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParser;
import io.batchwright.sandbox.shaded.okhttp3.MediaType;
import io.batchwright.sandbox.shaded.okhttp3.MultipartBody;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A client of the OpenAI dialect for one provider. */
final class DialectHttp {
  private static final MediaType LINES = MediaType.get("application/jsonl");

  private final Dialect dialect;
  private final Http http;

  DialectHttp(Dialect dialect, Sandbox sandbox) {
    this(dialect, sandbox, Http.patient());
  }

  DialectHttp(Dialect dialect, Sandbox sandbox, OkHttpClient client) {
    this.dialect = dialect;
    this.http = new Http(dialect.url(sandbox), client).headers("Authorization", "Bearer k");
  }

  Http http() {
    return http;
  }

  Http.Reply upload(String filename, String content) throws IOException {
    return upload(filename, RequestBody.create(content, LINES));
  }

  Http.Reply upload(String filename, RequestBody content) throws IOException {
    return post(
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("purpose", "batch")
            .addFormDataPart("file", filename, content)
            .build());
  }

  Http.Reply post(MultipartBody form) throws IOException {
    return http.send("POST", "/files", form);
  }

  /** Uploads lines and returns the file's id. */
  String file(String content) throws IOException {
    return id(upload("in.jsonl", content));
  }

  Http.Reply createFrom(String fileId) throws IOException {
    return http.post("/batches", dialect.create(fileId).toString());
  }

  /** Uploads well-formed requests, creates a batch of them and returns its id. */
  String create(String... customIds) throws IOException {
    return id(createFrom(file(dialect.lines(customIds))));
  }

  Http.Reply retrieve(String id) throws IOException {
    return http.get("/batches/" + id);
  }

  Http.Reply cancel(String id) throws IOException {
    return http.send("POST", "/batches/" + id + "/cancel", RequestBody.EMPTY);
  }

  Http.Reply content(String fileId) throws IOException {
    return http.get("/files/" + fileId + "/content");
  }

  /** The content of the batch's output file. */
  Http.Reply output(String id) throws IOException {
    return content(member(retrieve(id), "output_file_id"));
  }

  /** The content of the batch's error file. */
  Http.Reply errors(String id) throws IOException {
    return content(member(retrieve(id), "error_file_id"));
  }

  static String id(Http.Reply reply) {
    return member(reply, "id");
  }

  static String status(Http.Reply reply) {
    return member(reply, "status");
  }

  static String member(Http.Reply reply, String name) {
    return reply.json().get(name).getAsString();
  }

  static List<String> ids(Http.Reply page) {
    List<String> ids = new ArrayList<>();
    for (JsonElement item : page.json().getAsJsonArray("data")) {
      ids.add(item.getAsJsonObject().get("id").getAsString());
    }
    return ids;
  }

  /** Completed, failed and total. */
  static String counts(Http.Reply reply) {
    JsonObject counts = reply.json().getAsJsonObject("request_counts");
    return counts.get("completed") + " " + counts.get("failed") + " " + counts.get("total");
  }

  static List<String> customIds(Http.Reply lines) {
    return lines.lines().stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .map(line -> line.get("custom_id").getAsString())
        .toList();
  }
}
