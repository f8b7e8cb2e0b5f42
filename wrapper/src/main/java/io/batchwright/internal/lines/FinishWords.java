package io.batchwright.internal.lines;

import static java.util.Map.entry;

import io.batchwright.Finish;
import io.batchwright.Finish.Reason;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words mean by which providers report why a model stopped.
 *
 * <p>One table for all: no two providers mean different things by a word, and gateways pass on the
 * words of the provider that they use. The words are from the providers' SDKs of November 2026 (of
 * Anthropic, OpenAI, Gemini), and from the specs of Zhipu, Mistral, Together and Bedrock; recorded
 * were {@code stop}, {@code tool_calls}, {@code end_turn}, {@code tool_use} and {@code STOP} alone.
 */
public final class FinishWords {
  private static final Map<String, Reason> REASONS =
      Map.ofEntries(
          entry("stop", Reason.COMPLETE),
          entry("eos", Reason.COMPLETE),
          entry("end_turn", Reason.COMPLETE),
          entry("stop_sequence", Reason.COMPLETE),
          entry("completed", Reason.COMPLETE),
          entry("tool_calls", Reason.TOOL_CALLS),
          entry("tool_use", Reason.TOOL_CALLS),
          entry("function_call", Reason.TOOL_CALLS),
          entry("length", Reason.LENGTH),
          entry("max_tokens", Reason.LENGTH),
          entry("max_output_tokens", Reason.LENGTH),
          entry("continuation", Reason.LENGTH),
          entry("model_length", Reason.LENGTH),
          entry("model_context_window_exceeded", Reason.LENGTH),
          entry("refusal", Reason.REFUSED),
          entry("content_filter", Reason.FILTERED),
          entry("content_filtered", Reason.FILTERED),
          entry("guardrail_intervened", Reason.FILTERED),
          entry("sensitive", Reason.FILTERED),
          entry("safety", Reason.FILTERED),
          entry("recitation", Reason.FILTERED),
          entry("blocklist", Reason.FILTERED),
          entry("prohibited_content", Reason.FILTERED),
          entry("spii", Reason.FILTERED),
          entry("language", Reason.FILTERED),
          entry("image_safety", Reason.FILTERED),
          entry("image_prohibited_content", Reason.FILTERED),
          entry("image_recitation", Reason.FILTERED),
          entry("escalation", Reason.FILTERED),
          entry("pup_limited_disabled", Reason.FILTERED),
          entry("model_armor", Reason.FILTERED),
          entry("pause_turn", Reason.PAUSED),
          entry("compaction", Reason.PAUSED),
          entry("error", Reason.OTHER),
          entry("network_error", Reason.OTHER),
          entry("malformed_function_call", Reason.OTHER),
          entry("unexpected_tool_call", Reason.OTHER),
          entry("too_many_tool_calls", Reason.OTHER),
          entry("missing_thought_signature", Reason.OTHER),
          entry("malformed_response", Reason.OTHER),
          entry("no_image", Reason.OTHER),
          entry("image_other", Reason.OTHER));

  private FinishWords() {}

  /**
   * Returns what a response means in which several things hold.
   *
   * @param word the provider's word, or null
   * @param refused whether the model declined in its own words
   * @param calls whether it calls tools that nothing has responded to yet
   */
  public static Finish of(@Nullable String word, boolean refused, boolean calls) {
    Reason reason =
        word == null
            ? Reason.UNKNOWN
            : REASONS.getOrDefault(word.toLowerCase(Locale.ROOT), Reason.UNKNOWN);
    if (refused && reason != Reason.FILTERED) {
      reason = Reason.REFUSED;
    } else if (calls && reason == Reason.COMPLETE) {
      reason = Reason.TOOL_CALLS;
    }
    return new Finish(reason, word);
  }
}
