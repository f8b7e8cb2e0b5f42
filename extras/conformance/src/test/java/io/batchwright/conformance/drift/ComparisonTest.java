package io.batchwright.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final String HEAD =
      """
      openapi: 3.0.3
      info: {title: T, version: "1"}
      servers: [{url: "https://example.org/v1"}]
      """;

  private static final String OURS =
      """
      paths:
        /batches/{batch_id}:
          get:
            parameters:
              - {name: limit, in: query, schema: {type: integer}}
            responses:
              "200":
                description: It.
                content:
                  application/json:
                    schema: {$ref: "#/components/schemas/Batch"}
      components:
        schemas:
          Batch:
            type: object
            properties:
              id: {type: string}
              status: {type: string, description: "queued, or ended."}
              open: {type: object}
              counts: {type: object, properties: {total: {type: integer}}}
      """;

  @TempDir Path folder;

  private List<String> differences(String theirs) throws IOException {
    Path our = Files.writeString(folder.resolve("ours.yaml"), HEAD + OURS);
    Path their = Files.writeString(folder.resolve("theirs.yaml"), HEAD + theirs);
    return Comparison.differences(
        Outline.of(SpecFile.read(our), ""), Outline.of(SpecFile.read(their), ""));
  }

  @Test
  void aSpecificationIsNotDifferentFromItself() throws IOException {
    assertThat(differences(OURS)).isEmpty();
  }

  @Test
  void namesOfWhatIsFilledInDoNotMatter() throws IOException {
    assertThat(differences(OURS.replace("{batch_id}", "{id}"))).isEmpty();
  }

  @Test
  void anOperationCanBeMissing() throws IOException {
    assertThat(differences(OURS.replace("get:", "delete:")))
        .containsExactly("DELETE /batches/{}: is missing");
  }

  @Test
  void aParameterCanBeMissing() throws IOException {
    assertThat(differences(OURS.replace("name: limit", "name: after")))
        .containsExactly("GET /batches/{} ?after: is missing");
  }

  @Test
  void ofAFieldThatIsMissingThePartsAreNotTold() throws IOException {
    assertThat(differences(OURS.replace("counts:", "numbers:")))
        .containsExactly("GET /batches/{} response.numbers: is missing");
  }

  @Test
  void aTypeCanContradict() throws IOException {
    assertThat(differences(OURS.replace("total: {type: integer}", "total: {type: string}")))
        .containsExactly("GET /batches/{} response.counts.total: is [integer], theirs [string]");
  }

  @Test
  void aDescriptionNamesTheWordsOfAnOpenSet() throws IOException {
    String withEnum =
        OURS.replace("description: \"queued, or ended.\"", "enum: [queued, ended, end]");

    assertThat(differences(withEnum))
        .containsExactly("GET /batches/{} response.status: does not name [end]");
  }

  @Test
  void anOpenObjectLacksNothing() throws IOException {
    String more = OURS.replace("open: {type: object}", "open: {properties: {a: {type: string}}}");

    assertThat(differences(more)).isEmpty();
  }

  @Test
  void aUnionIsAllOfItsVariants() throws IOException {
    String variants =
        OURS.replace("id: {type: string}", "id: {anyOf: [{type: string}, {properties: {b: {}}}]}");

    assertThat(differences(variants.replace("open:", "other:")))
        .containsExactly("GET /batches/{} response.other: is missing");
  }

  @Test
  void whatContainsItselfHasAnEnd() throws IOException {
    String endless =
        OURS.replace(
            "counts: {type: object, properties: {total: {type: integer}}}",
            "counts: {$ref: \"#/components/schemas/Batch\"}");

    assertThat(differences(endless)).isEmpty();
  }
}
