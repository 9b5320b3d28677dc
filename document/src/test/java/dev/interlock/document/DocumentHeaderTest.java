package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentHeaderTest {

  private final List<Diagnostic> wrong = new ArrayList<>();

  private Optional<DocumentHeader> read(String json) {
    Document document = new Document("f.yaml", JsonNodes.quoted(json));
    return new RecordBinder().header(document, wrong::add);
  }

  private Optional<DocumentHeader> named(String name) {
    return read(
        "{'apiVersion': 'interlock.dev/v1', 'kind': 'Plant', 'metadata': {'name': '"
            + name
            + "', 'labels': {'a': 'b'}}, 'spec': {'x': 1}}");
  }

  @Test
  void a_header_is_read() {
    DocumentHeader header = named("plant-north.1").orElseThrow();

    assertThat(wrong).isEmpty();
    assertThat(header.kind()).isEqualTo("Plant");
    assertThat(header.name()).isEqualTo("plant-north.1");
    assertThat(header.labels()).containsEntry("a", "b");
    assertThat(header.nameSource().column()).isEqualTo(74);
  }

  @ParameterizedTest
  @CsvSource({"Plant North, plant-north", "plant_north, plant-north", "-x-, x", "PLANT, plant"})
  void a_bad_name_is_refused_and_a_good_one_proposed(String name, String proposed) {
    assertThat(named(name)).isEmpty();
    assertThat(wrong.getFirst().code()).isEqualTo("DOC109");
    assertThat(wrong.getFirst().hint()).isEqualTo("did you mean \"" + proposed + "\"?");
  }

  @Test
  void a_name_has_at_most_63_characters() {
    assertThat(named("a".repeat(63))).isPresent();
    assertThat(named("a".repeat(64))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{'kind': 'Plant', 'metadata': {'name': 'a'}}",
        "{'apiVersion': 'interlock.dev/v2', 'kind': 'Plant', 'metadata': {'name': 'a'}}",
        "{'apiVersion': 'interlock.dev/v1', 'metadata': {'name': 'a'}}",
        "{'apiVersion': 'interlock.dev/v1', 'kind': 'Plant'}",
        "{'apiVersion': 'interlock.dev/v1', 'kind': 'Plant', 'metadata': {}}",
        "{'apiVersion': 'interlock.dev/v1', 'kind': 'Plant', 'metadata': {'name': 7}}"
      })
  void an_incomplete_header_is_refused(String json) {
    assertThat(read(json)).isEmpty();
    assertThat(wrong).isNotEmpty();
  }

  @Test
  void an_unknown_key_beside_the_header_is_reported() {
    read(
        "{'apiVersion': 'interlock.dev/v1', 'kind': 'Plant', 'metadata': {'name': 'a'},"
            + " 'spce': {}}");
    assertThat(wrong).extracting(Diagnostic::hint).containsExactly("did you mean \"spec\"?");
  }
}
