package io.batchwright.kotlin

import io.batchwright.AwaitOptions
import io.batchwright.BatchClient
import io.batchwright.BatchInput
import io.batchwright.BatchRequest
import io.batchwright.BatchResult
import io.batchwright.BatchState
import io.batchwright.Finish
import io.batchwright.ListOptions
import io.batchwright.Outcome
import io.batchwright.ResultsOptions
import io.batchwright.SubmitOptions
import io.batchwright.client.openai.model.ChatCompletion
import io.batchwright.openai.OpenAi
import io.batchwright.sandbox.Sandbox
import io.batchwright.sandbox.SandboxReply
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

/** Every call of a batch's life in Kotlin, in which none of the names is a keyword. */
class KotlinTest {
  private val sandbox: Sandbox =
    Sandbox.builder()
      .batchTime(Duration.ZERO)
      .replies { request ->
        when (request.customId()) {
          "cut" -> SandboxReply.cutOff("half an ans")
          "bad" -> SandboxReply.error(429, "rate_limit_exceeded", "Too many requests.")
          else -> SandboxReply.text("Hello")
        }
      }
      .start()

  @AfterEach fun close() = sandbox.close()

  private fun client(): BatchClient =
    OpenAi.builder().apiKey("sandbox-key").baseUrl(sandbox.openAiUrl()).build()

  private fun request(id: String): BatchRequest {
    val message = mapOf("role" to "user", "content" to "Hi")
    return BatchRequest.of(id, mapOf("model" to "gpt-4.1-mini", "messages" to listOf(message)))
  }

  /** A when over the sealed type is exhaustive without an else. */
  private fun outcome(result: BatchResult): String =
    when (result) {
      is BatchResult.Succeeded -> if (result.finish().whole()) result.text() else "cut off"
      is BatchResult.Errored -> result.error().message()
      is BatchResult.Cancelled -> "cancelled"
      is BatchResult.Expired -> "expired"
      is BatchResult.Unreadable -> "unreadable"
    }

  /** So is one over the kind. */
  private fun word(result: BatchResult): String =
    when (result.kind()) {
      BatchResult.Kind.SUCCEEDED -> "ok"
      BatchResult.Kind.ERRORED -> "error"
      BatchResult.Kind.CANCELLED,
      BatchResult.Kind.EXPIRED -> "did not run"
      BatchResult.Kind.UNREADABLE -> "unreadable"
    }

  @Test
  fun aBatchIsSubmittedAwaitedReadAndDeleted() {
    client().use { client ->
      val input = BatchInput.of(request("ok"), request("cut"), request("bad"))
      val batch = client.submit(input, SubmitOptions.none().withMetadata(mapOf("run" to "7")))
      val status = batch.await(AwaitOptions.within(Duration.ofMinutes(1)))
      assertThat(status.state()).isEqualTo(BatchState.SUCCEEDED)
      assertThat(client.list(ListOptions.all().withLimit(1))).hasSize(1)

      val outcomes = mutableMapOf<String?, String>()
      val words = mutableSetOf<String>()
      batch.results(ResultsOptions.defaults()).use { results ->
        for (result in results) {
          outcomes[result.customId()] = outcome(result)
          words += word(result)
          val response = result.succeeded().orElse(null) ?: continue
          val finish: Finish.Reason = response.finish().reason()
          assertThat(finish).isIn(Finish.Reason.COMPLETE, Finish.Reason.LENGTH)
          val completion: ChatCompletion = response.decode(ChatCompletion::class.java)
          assertThat(completion.model).isEqualTo("gpt-4.1-mini-2025-04-14")
          assertThat(response.usage()?.input()).isPositive()
        }
      }
      assertThat(outcomes)
        .isEqualTo(mapOf("ok" to "Hello", "cut" to "cut off", "bad" to "Too many requests."))
      assertThat(words).containsExactlyInAnyOrder("ok", "error")

      when (val deleted = client.open(batch.ref()).delete()) {
        is Outcome.Done -> assertThat(deleted.value().recordRemains()).isTrue()
        is Outcome.HandedBack -> throw deleted.error()
      }
    }
  }

  @Test
  fun noNameNeedsABacktick() {
    val source = Path.of("src/test/kotlin/io/batchwright/kotlin/KotlinTest.kt")
    assertThat(Files.readString(source)).doesNotContain(96.toChar().toString())
  }
}
