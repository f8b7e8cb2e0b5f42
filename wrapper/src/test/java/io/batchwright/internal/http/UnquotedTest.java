package io.batchwright.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class UnquotedTest {
  @Test
  void whatCannotQuoteStaysAsItIs() {
    IOException refused = new ConnectException("Failed to connect to /127.0.0.1:9");
    refused.addSuppressed(new SocketTimeoutException("timeout"));
    assertThat(Unquoted.of(refused)).isSameAs(refused);
  }

  @Test
  void messagesAreKeptAndQuotesAreRemoved() {
    assertThat(Unquoted.of(new ProtocolException("Unexpected status line: an answer")))
        .isExactlyInstanceOf(ProtocolException.class)
        .hasMessage("Unexpected status line");
    assertThat(Unquoted.of(new ProtocolException("expected a size but was \"an answer\"")))
        .hasMessage("expected a size");
    assertThat(Unquoted.of(new EOFException("\n not found: limit=9 content=616e20…")))
        .isExactlyInstanceOf(EOFException.class)
        .hasMessage("\n not found");
    assertThat(Unquoted.of(new EOFException())).hasMessage(null);
  }

  @Test
  void anHttp2HeaderThatIsNoneIsNotNamed() {
    assertThat(
            Unquoted.of(new IOException("PROTOCOL_ERROR response malformed: mixed case name: Key")))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("PROTOCOL_ERROR response malformed");
  }

  @Test
  void causesAndSuppressedExceptionsAreCleaned() {
    IOException inner = new EOFException("\n not found: content=616e20…");
    IOException outer =
        new IOException("unexpected end of stream on http://127.0.0.1:9/...", inner);
    outer.addSuppressed(new ProtocolException("Unexpected status line: an answer"));

    IOException clean = Unquoted.of(outer);
    assertThat(clean)
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("unexpected end of stream on http://127.0.0.1:9/...")
        .hasCauseExactlyInstanceOf(EOFException.class)
        .hasRootCauseMessage("\n not found");
    assertThat(clean.getSuppressed()).singleElement().isNotSameAs(outer.getSuppressed()[0]);
    assertThat(clean.getSuppressed()[0]).hasMessage("Unexpected status line");
    assertThat(clean.getStackTrace()).isEqualTo(outer.getStackTrace());
  }

  @Test
  void anotherKindWhoseCauseQuotesKeepsItsName() {
    IOException outer = new SocketTimeoutException("timeout");
    outer.initCause(new EOFException("content=616e20…"));
    assertThat(Unquoted.of(outer))
        .hasMessage("java.net.SocketTimeoutException: timeout")
        .hasRootCauseMessage("content");
  }
}
