package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private final List<Document> documents = new ArrayList<>();

  private void read(String text) {
    assertThat(DocumentReader.standard().read(text, "a.json", documents::add)).isEmpty();
  }

  @Test
  void keys_and_values_know_line_and_column_in_code_points() {
    read(
        "{\n  \"\uD83D\uDE00\": \"\uD83D\uDE00\uD83D\uDE00\", \"b\": [1,\r\n \"\uD83D\uDE00\", 22]\n}");
    MappingNode root = (MappingNode) documents.getFirst().root();
    assertThat(root.entries().get(0).column()).isEqualTo(3);
    assertThat(root.entries().get(0).value().column()).isEqualTo(8);
    assertThat(root.entries().get(1).column()).isEqualTo(14);
    SequenceNode list = (SequenceNode) root.entries().get(1).value();
    assertThat(list.items().get(1).line()).isEqualTo(3);
    assertThat(list.items().get(2)).isEqualTo(new ScalarNode(22L, "22", 3, 7));
  }

  @Test
  void json_and_yaml_readings_of_the_same_text_agree() {
    String json = "{\n \"a\": [1, 2.50, true, null, \"x\\u00e9\"],\n \"b\": {\"c\": -7e2}}";
    read(json);
    read("---\n" + json);
    assertThat(documents.get(1).root().toString())
        .isEqualTo(
            documents
                .get(0)
                .root()
                .toString()
                .replaceAll("line=3", "line=4")
                .replaceAll("line=2", "line=3")
                .replaceAll("line=1", "line=2"));
  }

  @Test
  void numbers_are_exact_however_long() {
    read("[123456789012345678901234567890, 0.10, 1E400, -0]");
    SequenceNode list = (SequenceNode) documents.getFirst().root();
    assertThat(list.items().stream().map(n -> ((ScalarNode) n).value()))
        .containsExactly(
            new BigInteger("123456789012345678901234567890"),
            new BigDecimal("0.10"),
            new BigDecimal("1E400"),
            0L);
  }

  @Test
  void json_lines_are_one_document_a_line() {
    read("{\"a\": 1}\n{\"a\": 2}\n\n{\"a\": 3}\n");
    assertThat(documents.stream().map(d -> d.root().line())).containsExactly(1, 2, 4);
  }

  private static final String SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploymentTemplate.json#",
        "subscriptionDeploymentTemplate.json#",
        "deploymentParameters.json#"
      })
  void comments_that_azure_accepts_are_read_over_and_places_stay_right(String schema) {
    String text =
        """
        // \uD83D\uDE00 head
        /* two
        lines */ {
          "$schema": "SCHEMA", // why
          /* \uD83D\uDE00 */ "a": [1, /* x
         */ 2], "u": "http://x/*y*/"
        }
        // end
        """;
    read(text.replace("SCHEMA", SCHEMA + schema));
    MappingNode root = (MappingNode) documents.getFirst().root();
    assertThat(root.line()).isEqualTo(3);
    assertThat(root.column()).isEqualTo(10);
    assertThat(root.entries().get(1).line()).isEqualTo(5);
    assertThat(root.entries().get(1).column()).isEqualTo(11);
    assertThat(((SequenceNode) root.entries().get(1).value()).items().get(1))
        .isEqualTo(new ScalarNode(2L, "2", 6, 5));
    assertThat(root.text("u")).isEqualTo("http://x/*y*/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1 // x\n}",
        "{\"$schema\": \"https://json-schema.org/draft\" /* x */}",
        "{\"spec\": {\"$schema\": \"" + SCHEMA + "deploymentTemplate.json#\"} /* x */}",
        "{\"$schema\": \"https://example.com/deploymentTemplate.json#\" /* x */}"
      })
  void comments_elsewhere_stay_an_error(String text) {
    assertThat(DocumentReader.standard().read(text, "a.json", documents::add))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("DOC016"));
  }

  @Test
  void a_comment_of_a_template_that_never_ends_is_an_error() {
    String text = "{\"$schema\": \"" + SCHEMA + "deploymentTemplate.json#\", /* x";
    assertThat(DocumentReader.standard().read(text, "a.json", documents::add)).hasSize(1);
  }
}
