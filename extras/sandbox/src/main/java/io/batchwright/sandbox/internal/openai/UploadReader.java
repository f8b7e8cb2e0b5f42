package io.batchwright.sandbox.internal.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.batchwright.sandbox.internal.Blob;
import io.batchwright.sandbox.internal.LimitedStream;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Spool;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.shaded.okhttp3.MediaType;
import io.batchwright.sandbox.shaded.okhttp3.MultipartReader;
import io.batchwright.sandbox.shaded.okio.Okio;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a multipart form with a file. The file is streamed to disk. */
final class UploadReader {
  private static final int LONGEST_FIELD = 1000;
  private static final Pattern PARAMETER =
      Pattern.compile("[; ](name|filename)=(?:\"([^\"]*)\"|([^;\"\\s]+))");
  private static final String ANCHOR = "expires_after[anchor]";
  private static final String LENGTH = "expires_after[seconds]";
  private static final Set<String> FIELDS = Set.of("purpose", ANCHOR, LENGTH);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final Spool spool;
  private final long limit;
  private final Refusal tooLarge;
  private final Map<String, String> fields = new HashMap<>();
  private @Nullable String filename;
  private @Nullable Blob content;

  UploadReader(Spool spool, long limit, Refusal tooLarge) {
    this.spool = spool;
    this.limit = limit;
    this.tooLarge = tooLarge;
  }

  NewFile read(Exchange exchange) throws IOException {
    MediaType type = MediaType.parse(String.valueOf(exchange.headers().get("Content-Type")));
    String boundary = type == null ? null : type.parameter("boundary");
    if (boundary == null) throw Refusal.invalid("The body is not multipart/form-data.");
    try {
      read(new MultipartReader(Okio.buffer(Okio.source(exchange.body())), boundary));
    } catch (ProtocolException | EOFException e) {
      throw Refusal.invalid("The body is not well-formed multipart/form-data.");
    }
    if (content == null || filename == null) throw Refusal.missing("file");
    String purpose = fields.get("purpose");
    if (purpose == null) throw Refusal.missing("purpose");
    if (!purpose.equals("batch")) throw Refusal.invalid("purpose", "Here it must be 'batch'.");
    return new NewFile(filename, purpose, kept(), content);
  }

  private void read(MultipartReader form) throws IOException {
    for (MultipartReader.Part part = form.nextPart(); part != null; part = form.nextPart()) {
      Map<String, String> names = new HashMap<>();
      Matcher matcher =
          PARAMETER.matcher(String.valueOf(part.headers().get("Content-Disposition")));
      while (matcher.find()) {
        String quoted = matcher.group(2);
        names.put(matcher.group(1), quoted == null ? matcher.group(3) : quoted);
      }
      InputStream body = part.body().inputStream();
      if ("file".equals(names.get("name"))) {
        filename = names.getOrDefault("filename", "");
        content = spool.store(new LimitedStream(body, limit, tooLarge));
      } else {
        String value = new String(body.readNBytes(LONGEST_FIELD), UTF_8);
        String name = names.getOrDefault("name", "");
        if (FIELDS.contains(name)) fields.put(name, value);
      }
    }
  }

  private @Nullable Duration kept() throws Refusal {
    String anchor = fields.get(ANCHOR);
    String seconds = fields.get(LENGTH);
    if (anchor == null && seconds == null) return null;
    if (seconds == null || !SECONDS.matcher(seconds).matches()) {
      throw Refusal.invalid("expires_after", "It needs seconds.");
    }
    return Expiry.of("expires_after", anchor, Long.parseLong(seconds));
  }
}
