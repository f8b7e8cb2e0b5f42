package io.batchwright.internal.openai;

import static java.util.Objects.requireNonNullElse;

import io.batchwright.Finish;
import io.batchwright.internal.json.JoinedText;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.lines.FinishWords;
import org.jspecify.annotations.Nullable;

/** A choice of a chat completion, or of a completion. */
final class Choice {
  private @Nullable String word;
  private @Nullable String plain; // of a completion
  private @Nullable String content;
  private @Nullable String transcript;
  private boolean refused;
  private boolean calls;

  private Choice() {}

  static Choice of(JsonCursor choice) throws JsonFault {
    Choice seen = new Choice();
    choice.enterObject();
    while (choice.nextMember()) {
      if (choice.isNamed("message")) {
        seen.message(choice);
      } else if (choice.isNamed("text")) {
        seen.plain = texts(choice);
      } else if (choice.isNamed("finish_reason")) {
        seen.word = choice.text();
      } else {
        choice.skip();
      }
    }
    return seen;
  }

  private void message(JsonCursor message) throws JsonFault {
    content = null;
    transcript = null;
    refused = false;
    calls = false;
    if (!message.enterObject()) {
      return;
    }
    while (message.nextMember()) {
      if (message.isNamed("content")) {
        content = texts(message);
      } else if (message.isNamed("audio")) {
        transcript = message.member("transcript", JsonCursor::text);
      } else if (message.isNamed("refusal")) {
        String refusal = message.text();
        refused = refusal != null && !refusal.isEmpty();
      } else if (message.isNamed("tool_calls")) {
        calls |= message.firstObject(call -> skipped(call)) != null;
      } else {
        boolean call = message.isNamed("function_call"); // before there were tool_calls
        calls |= call && message.kind() == JsonKind.OBJECT;
        message.skip();
      }
    }
  }

  private static Boolean skipped(JsonCursor value) throws JsonFault {
    value.skip();
    return true;
  }

  /** Reads a string, or the strings of a list of parts. */
  static String texts(JsonCursor content) throws JsonFault {
    return content.kind() == JsonKind.TEXT
        ? requireNonNullElse(content.text(), "")
        : JoinedText.of(content, part -> part.member("text", JsonCursor::text));
  }

  String text() {
    String text = content == null || content.isEmpty() ? plain : content;
    return requireNonNullElse(text == null || text.isEmpty() ? transcript : text, "");
  }

  Finish finish() {
    return FinishWords.of(word, refused, calls);
  }
}
