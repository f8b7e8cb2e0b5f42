package io.batchwright.sandbox.internal.gemini;

import java.util.Set;

/** What the requests of a batch ask for, which is named by the end of the create's path. */
enum Requests {
  GENERATE_CONTENT(":batchGenerateContent", "GenerateContentBatch", "contents"),
  EMBED_CONTENT(":asyncBatchEmbedContent", "EmbedContentBatch", "content");

  private static final Set<String> BATCH =
      Set.of("model", "name", "displayName", "inputConfig", "priority");

  private static final Set<String> WITH_WEBHOOKS =
      Set.of("model", "name", "displayName", "inputConfig", "priority", "webhookConfig");

  private final String method;
  private final String type;
  private final String asking;

  Requests(String method, String type, String asking) {
    this.method = method;
    this.type = type;
    this.asking = asking;
  }

  /** What the path with this end is for. */
  static Requests of(String path) {
    return path.endsWith(EMBED_CONTENT.method) ? EMBED_CONTENT : GENERATE_CONTENT;
  }

  /** The end of the path, with its colon. */
  String method() {
    return method;
  }

  /** The type of the batch, as its metadata name it. */
  String type() {
    return "type.googleapis.com/google.ai.generativelanguage.v1main." + type;
  }

  /** The member without which a request asks nothing. */
  String asking() {
    return asking;
  }

  /** Embeddings have no webhooks in the vendor's types. */
  Set<String> batchMembers() {
    return this == EMBED_CONTENT ? BATCH : WITH_WEBHOOKS;
  }
}
