package io.batchwright.conformance.known;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads responses directly, for comparison with the SDK's values. */
public final class Wire {
  private Wire() {}

  /** The response to a GET with one header. */
  public static JsonElement get(String url, String header, String value)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header(header, value).build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return JsonParser.parseString(response.body());
  }
}
