package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;

/** Writes images, per the vendors' types and documentation. */
public final class ImagesForm {
  /** A single grey pixel. */
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

  private ImagesForm() {}

  /** Images in the body, with the parameters used and the tokens. */
  public static JsonObject inBase64(Completion completion) {
    JsonObject image = new JsonObject();
    image.addProperty("b64_json", PNG);
    JsonObject json = json(completion, image);
    for (String member : new String[] {"background", "output_format", "quality", "size"}) {
      String usual =
          switch (member) {
            case "background" -> "opaque";
            case "output_format" -> "png";
            case "quality" -> "medium";
            default -> "1024x1024";
          };
      json.add(member, completion.member(member, new JsonPrimitive(usual)));
    }
    long input = completion.tokens().input();
    JsonObject details = new JsonObject();
    details.addProperty("image_tokens", 0);
    details.addProperty("text_tokens", input);
    JsonObject usage = new JsonObject();
    usage.addProperty("input_tokens", input);
    usage.add("input_tokens_details", details);
    usage.addProperty("output_tokens", completion.tokens().output());
    usage.addProperty("total_tokens", completion.tokens().total());
    json.add("usage", usage);
    return json;
  }

  /** Images by URL. */
  public static JsonObject byUrl(Completion completion) {
    JsonObject image = new JsonObject();
    image.addProperty("url", "https://images.invalid/" + completion.bareId() + ".png");
    return json(completion, image);
  }

  private static JsonObject json(Completion completion, JsonObject image) {
    SandboxReply.Kind kind = completion.reply().kind();
    if (kind != SandboxReply.Kind.TEXT) throw new IllegalArgumentException("No image is " + kind);
    JsonArray data = new JsonArray();
    int count = completion.member("n", new JsonPrimitive(1)).getAsInt();
    for (int i = 0; i < count; i++) data.add(image.deepCopy());
    JsonObject json = new JsonObject();
    json.addProperty("created", completion.createdAt().getEpochSecond());
    json.add("data", data);
    return json;
  }
}
