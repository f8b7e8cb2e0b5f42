package io.batchwright.internal.openai;

import io.batchwright.Usage;
import io.batchwright.internal.json.JoinedText;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.lines.BodyReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat completions, and what the dialect's other endpoints answer.
 *
 * @param provider the provider's short name
 */
record DialectBodies(String provider) implements BodyReader {
  /** The first choice's text: more choices are other answers to the same question. */
  @Override
  public String text(JsonCursor body) throws JsonFault {
    String choice = null;
    String output = "";
    if (body.enterObject()) {
      while (body.nextMember()) {
        if (body.isNamed("choices")) {
          choice = body.firstObject(DialectBodies::choice);
        } else if (body.isNamed("output")) {
          output = JoinedText.of(body, DialectBodies::item);
        } else {
          body.skip();
        }
      }
    }
    return choice == null ? output : choice;
  }

  private static String choice(JsonCursor choice) throws JsonFault {
    String message = null;
    String text = "";
    choice.enterObject();
    while (choice.nextMember()) {
      if (choice.isNamed("message")) {
        message = choice.member("content", DialectBodies::texts);
      } else if (choice.isNamed("text")) {
        text = texts(choice);
      } else {
        choice.skip();
      }
    }
    return message == null || message.isEmpty() ? text : message;
  }

  private static @Nullable String item(JsonCursor item) throws JsonFault {
    boolean isMessage = false;
    String text = null;
    if (item.enterObject()) {
      while (item.nextMember()) {
        if (item.isNamed("type")) {
          isMessage = item.isText("message");
        } else if (item.isNamed("content")) {
          text = texts(item);
        } else {
          item.skip();
        }
      }
    }
    return isMessage ? text : null;
  }

  /** Reads a text, or the texts of a list of parts. */
  private static String texts(JsonCursor content) throws JsonFault {
    return content.kind() == JsonKind.TEXT
        ? Objects.requireNonNullElse(content.text(), "")
        : JoinedText.of(content, part -> part.member("text", JsonCursor::text));
  }

  @Override
  public @Nullable Usage usage(JsonCursor body) throws JsonFault {
    return body.member("usage", DialectUsage::of);
  }
}
