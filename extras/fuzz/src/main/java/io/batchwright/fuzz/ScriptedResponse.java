package io.batchwright.fuzz;

import java.util.Arrays;
import java.util.List;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * A response in the format of the seeds: the status, the headers, a blank line, and the body.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 */
record ScriptedResponse(int status, Headers headers, String body) {
  /** Parses responses separated by a line of dashes. */
  static List<ScriptedResponse> parse(String script) {
    return Arrays.stream(script.split("\n----\n", -1)).limit(8).map(ScriptedResponse::one).toList();
  }

  private static ScriptedResponse one(String text) {
    String[] parts = text.split("\n\n", 2);
    String[] head = parts[0].split("\n", -1);
    Headers.Builder headers = new Headers.Builder();
    for (int i = 1; i < head.length; i++) {
      int colon = head[i].indexOf(':');
      if (colon > 0) {
        add(headers, head[i].substring(0, colon), head[i].substring(colon + 1).strip());
      }
    }
    int status = head[0].matches("[1-9]\\d\\d") ? Integer.parseInt(head[0]) : 200;
    return new ScriptedResponse(status, headers.build(), parts.length < 2 ? "" : parts[1]);
  }

  private static void add(Headers.Builder headers, String name, String value) {
    try {
      headers.addUnsafeNonAscii(name, value);
    } catch (IllegalArgumentException e) {
      // An invalid header cannot occur in a real response.
      headers.add("x-left-out", "1");
    }
  }

  Response to(Request request) {
    String type = headers.get("content-type");
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .headers(headers)
        .body(ResponseBody.create(body, type == null ? null : MediaType.parse(type)))
        .build();
  }

  @Override
  public String toString() {
    return "ScriptedAnswer[" + status + "]";
  }
}
