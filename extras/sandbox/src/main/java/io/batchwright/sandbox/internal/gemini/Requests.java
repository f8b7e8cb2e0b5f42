package io.batchwright.sandbox.internal.gemini;

import java.util.Set;

/** The kinds of requests in a batch, named by the suffix of the create's path. */
enum Requests {
  GENERATE_CONTENT(":batchGenerateContent", "GenerateContentBatch", "contents"),
  EMBED_CONTENT(":asyncBatchEmbedContent", "EmbedContentBatch", "content");

  private static final Set<String> BATCH =
      Set.of("model", "name", "displayName", "inputConfig", "priority");

  private static final Set<String> WITH_WEBHOOKS =
      Set.of("model", "name", "displayName", "inputConfig", "priority", "webhookConfig");

  private final String method;
  private final String type;
  private final String promptMember;

  Requests(String method, String type, String promptMember) {
    this.method = method;
    this.type = type;
    this.promptMember = promptMember;
  }

  /** The kind that belongs to this suffix. */
  static Requests of(String path) {
    return path.endsWith(EMBED_CONTENT.method) ? EMBED_CONTENT : GENERATE_CONTENT;
  }

  /** The suffix of the path, with its colon. */
  String method() {
    return method;
  }

  /** The type of the batch in its metadata. */
  String type() {
    return "type.googleapis.com/google.ai.generativelanguage.v1main." + type;
  }

  /** The member that every request needs. */
  String promptMember() {
    return promptMember;
  }

  /** Embeddings have no webhooks in the vendor's types. */
  Set<String> batchMembers() {
    return this == EMBED_CONTENT ? BATCH : WITH_WEBHOOKS;
  }
}
