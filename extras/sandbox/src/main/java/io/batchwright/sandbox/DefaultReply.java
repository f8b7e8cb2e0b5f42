package io.batchwright.sandbox;

/** The reply if no reply function is set: short, and the same for the same request. */
final class DefaultReply {
  private static final int QUOTED = 60;

  private DefaultReply() {}

  static String to(SandboxRequest request) {
    String prompt = request.prompt().strip();
    boolean cut = prompt.codePointCount(0, prompt.length()) > QUOTED;
    String quoted = cut ? prompt.substring(0, prompt.offsetByCodePoints(0, QUOTED)) + "…" : prompt;
    return "Sandbox answer to " + request.customId() + ": " + quoted;
  }
}
