package io.batchwright.gemini;

import io.batchwright.ApiError;
import io.batchwright.Usage;
import io.batchwright.internal.http.Redactor;
import io.batchwright.testing.LineOracle;
import io.batchwright.testing.LineReading;
import io.batchwright.testing.TreeLine;
import org.jspecify.annotations.Nullable;

/** Reads Gemini's lines through trees. */
final class GeminiOracle extends LineOracle {
  GeminiOracle() {
    super(true, "key", "metadata.key", "metadata.custom_id", InlineResults.POSITION);
  }

  @Override
  protected LineReading read(TreeLine line, String id) {
    if (line.isThere("error")) {
      return failed(id, line.object("error"), line, "error");
    }
    if (!line.isObject("response")) {
      return line.isThere("status")
          ? failed(id, line.object("status"), line, "status")
          : LineReading.unreadable(id, "neither a response nor an error");
    }
    return line.isThere("response.error")
        ? LineReading.unreadable(id, "an error in response")
        : reading("succeeded", id, null, line.object("response"));
  }

  private LineReading failed(String id, TreeLine body, TreeLine line, String member) {
    String code = line.word(member + ".code");
    if ("1".equals(code)) {
      return reading("cancelled", id, null, body);
    }
    String status = line.text(member + ".status");
    ApiError error = GeminiErrors.ofRpc(status, code, line.text(member + ".message"));
    return reading("errored", id, Redactor.WITHOUT_SECRETS.clean(error), body);
  }

  @Override
  protected String text(TreeLine body) {
    StringBuilder text = new StringBuilder();
    for (TreeLine candidate : body.objects("candidates")) {
      for (TreeLine part : candidate.objects("content.parts")) {
        String of = part.flag("thought") ? null : part.text("text");
        text.append(of == null ? "" : of);
      }
      break;
    }
    return text.toString();
  }

  @Override
  protected @Nullable Usage usage(TreeLine body) {
    if (!body.isObject("usageMetadata")) {
      return null;
    }
    TreeLine usage = body.object("usageMetadata");
    return new Usage(
        usage.count("promptTokenCount") + usage.count("toolUsePromptTokenCount"),
        usage.count("candidatesTokenCount") + usage.count("thoughtsTokenCount"),
        usage.count("cachedContentTokenCount"),
        0);
  }
}
