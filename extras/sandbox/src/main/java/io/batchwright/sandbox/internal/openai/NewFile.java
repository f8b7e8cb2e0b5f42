package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Blob;
import io.batchwright.sandbox.internal.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A received file, which may still be refused.
 *
 * @param filename its name, or "" if it has none
 * @param kept how long it is to be kept, or null for the default
 */
public record NewFile(String filename, String purpose, @Nullable Duration kept, Blob content) {

  /**
   * Refuses a name with the wrong extension. A file without a name is accepted, because OpenAI's
   * own SDK for Java sends none for bytes; that the provider accepts it is unverified.
   */
  public void checkName(Refusal refusal) throws Refusal {
    if (!filename.isEmpty() && !filename.endsWith(".jsonl")) throw refusal;
  }

  /** Refuses bytes that are not UTF-8. */
  public void checkEncoding(Refusal refusal) throws IOException {
    try (Reader reader =
        new InputStreamReader(content.open(), StandardCharsets.UTF_8.newDecoder())) {
      reader.transferTo(Writer.nullWriter());
    } catch (CharacterCodingException e) {
      throw refusal;
    }
  }
}
