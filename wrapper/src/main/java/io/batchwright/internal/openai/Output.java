package io.batchwright.internal.openai;

import io.batchwright.internal.json.JoinedText;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The output of the responses endpoint: messages, reasoning, calls of tools. */
final class Output {
  private static final String RESULT = "_output";

  /** Calls that the caller has to respond to, unless their result is in the output too. */
  private static final Set<String> CALLS =
      Set.of(
          "function_call",
          "custom_tool_call",
          "computer_call",
          "local_shell_call",
          "shell_call",
          "apply_patch_call",
          "mcp_approval_request");

  private final Set<String> open = new HashSet<>(); // ids of calls without a result
  private String text = "";
  private @Nullable String last; // of the messages that are final, if any are
  private boolean refused;

  private Output() {}

  static Output of(JsonCursor output) throws JsonFault {
    Output seen = new Output();
    String all = JoinedText.of(output, seen::item);
    seen.text = seen.last == null ? all : seen.last;
    return seen;
  }

  /** The text of the last phase if there are phases, else of all messages. */
  String text() {
    return text;
  }

  boolean refused() {
    return refused;
  }

  boolean calls() {
    return !open.isEmpty();
  }

  private @Nullable String item(JsonCursor item) throws JsonFault {
    String type = "";
    String phase = "";
    String id = "";
    String content = null;
    if (item.enterObject()) {
      while (item.nextMember()) {
        if (item.isNamed("type")) {
          type = String.valueOf(item.text());
        } else if (item.isNamed("phase")) {
          phase = String.valueOf(item.text());
        } else if (item.isNamed("call_id")) {
          id = String.valueOf(item.text());
        } else if (item.isNamed("content")) {
          content = content(item);
        } else {
          item.skip();
        }
      }
    }
    if (CALLS.contains(type)) {
      open.add(id);
    } else if (type.endsWith(RESULT)) {
      open.remove(id);
    }
    if (!type.equals("message")) {
      return null;
    }
    if (phase.equals("final_answer") && content != null) {
      last = last == null ? content : last + content;
    }
    return content == null ? "" : content;
  }

  private String content(JsonCursor content) throws JsonFault {
    return content.kind() == JsonKind.TEXT
        ? String.valueOf(content.text())
        : JoinedText.of(content, this::part);
  }

  private @Nullable String part(JsonCursor part) throws JsonFault {
    String partText = null;
    if (part.enterObject()) {
      while (part.nextMember()) {
        if (part.isNamed("text")) {
          partText = part.text();
        } else if (part.isNamed("refusal")) {
          String refusal = part.text();
          refused |= refusal != null && !refusal.isEmpty();
        } else {
          part.skip();
        }
      }
    }
    return partText;
  }
}
