package io.batchwright;

/**
 * Encodes the objects in bodies that the library does not encode by itself, such as a record or a
 * value of another JSON library:
 *
 * <pre>{@code
 * ObjectMapper jackson = new ObjectMapper();
 * BatchClient client = Anthropic.builder().fromEnv().bodyMapper(jackson::writeValueAsString).build();
 * }</pre>
 *
 * <p>Must be thread-safe if the client is used by several threads, and return the same text for the
 * same object: bodies are encoded once to validate them and once to send them.
 */
@FunctionalInterface
public interface BodyMapper {
  /**
   * Returns an object as JSON text.
   *
   * @throws Exception if it cannot be encoded; the request is then refused, and nothing is sent
   */
  String toJson(Object value) throws Exception;
}
