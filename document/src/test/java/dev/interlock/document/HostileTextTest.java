package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

  private final List<Document> documents = new ArrayList<>();

  private List<String> problems(String text) {
    return DocumentReader.standard().read(text, "a.yaml", documents::add).stream()
        .map(d -> d.source().line() + ":" + d.source().column() + " " + d.code())
        .toList();
  }

  private List<Diagnostic> bytes(byte[] bytes) {
    Pieces sink =
        new Pieces() {
          @Override
          public void document(Document whole) {
            documents.add(whole);
          }

          @Override
          public void element(Document element, MappingNode envelope) {
            throw new AssertionError();
          }

          @Override
          public void end(Document envelope) {
            throw new AssertionError();
          }
        };
    return DocumentReader.standard().read(new ByteArrayInputStream(bytes), "a", Set.of(), sink);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\n\\tb: 2              | 2:1 DOC006",
        "a:\\n\\t- b                 | 2:1 DOC006",
        "a: 1\\nb: 2\\na: 3          | 3:1 DOC008",
        "{\"a\": 1, \"a\": 2}        | 1:10 DOC008",
        "[a, b]: 1                   | 1:1 DOC009",
        "? {a: b}\\n: c              | 1:3 DOC009",
        "a: *b                       | 1:4 DOC011",
        "a: &a [*a]                  | 1:8 DOC012",
        "&a a: *a\\nb: &c\\n  <<: *c | 3:7 DOC012",
        "<<: 1                       | 1:5 DOC014",
        "a: 1e99999                  | 1:4 DOC015",
        "a: !!int x                  | 1:4 DOC018",
        "a: \"x\\nb: 1               | 1:4 DOC005",
        "a: b: c                     | 1:5 DOC005",
        "a: @b                       | 1:4 DOC005",
        "a: [1, 2                    | 2:1 DOC005",
        "a: 1\\n b: 2                | 2:3 DOC005",
        "- a\\nb: 1                  | 2:1 DOC005",
        "a: {{ .Values.b }}          | 1:5 DOC007",
        "{{- if .b }}\\na: 1         | 1:2 DOC007",
        "{\"a\": 1, // why\\n\"b\":2} | 1:10 DOC016",
        "{\"a\": 1,}                 | 1:9 DOC017",
        "[1, 2, ]                    | 1:8 DOC017",
        "{\"a\": 1                   | 2:1 DOC005",
        "{\"a\" 1}                   | 1:6 DOC005",
        "{\"a\": 1e99999}            | 1:7 DOC015",
      })
  void every_mistake_has_its_place_and_code(String written, String expected) {
    String text = written.replace("\\n", "\n").replace("\\t", "\t") + "\n";
    assertThat(problems(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void encodings_are_recognised_with_and_without_a_mark(String encoding) {
    Charset charset = Charset.forName(encoding);
    String text = "a: 1\r\nb: \u00FC\uD83D\uDE00 # x\r\n";
    assertThat(bytes(text.getBytes(charset))).isEmpty();
    assertThat(bytes(("\uFEFF" + text).getBytes(charset))).isEmpty();
    assertThat(bytes("{\"a\": 1}".getBytes(charset))).isEmpty();
    assertThat(documents.get(0)).isEqualTo(documents.get(1));
    assertThat(((MappingNode) documents.get(0).root()).text("b")).isEqualTo("\u00FC\uD83D\uDE00");
  }

  @Test
  void bytes_that_are_no_text_are_named_with_their_place() {
    byte[] text = "a: 1\nb: xx\n---\nc: 1\n".getBytes(StandardCharsets.US_ASCII);
    text[9] = (byte) 0xFF;
    assertThat(bytes(text))
        .singleElement()
        .satisfies(d -> assertThat(d.source().toString()).isEqualTo("a:2:5"))
        .satisfies(d -> assertThat(d.code()).isEqualTo("DOC003"));
    assertThat(documents).hasSize(1);
    byte[] json = "{\"a\": \"xx\"}".getBytes(StandardCharsets.US_ASCII);
    json[7] = (byte) 0xC3;
    assertThat(bytes(json)).extracting(Diagnostic::code).containsExactly("DOC003");
  }

  @Test
  void nul_and_other_control_characters_are_refused() {
    assertThat(problems("a: 1\nb: x\0y\n")).containsExactly("2:5 DOC004");
    assertThat(problems("a: x\u0007")).containsExactly("1:5 DOC004");
  }

  @Test
  void aliases_that_multiply_are_refused_and_harmless_ones_are_not() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(8) + alias));
    }
    assertThat(problems(bomb.toString())).singleElement().asString().endsWith("DOC013");
    assertThat(problems("a: &a {x: 1}\nb: *a\nc: [*a, *a]\n")).isEmpty();
  }

  @Test
  void nesting_has_an_end_in_yaml_and_json_and_through_aliases() {
    assertThat(problems("[".repeat(100_000))).containsExactly("1:101 DOC010");
    assertThat(problems("[[" + "{\"a\":[".repeat(100_000)))
        .singleElement()
        .asString()
        .endsWith("DOC010");
    assertThat(problems("{a: ".repeat(5000))).singleElement().asString().endsWith("DOC010");
    assertThat(problems("- ".repeat(50_000) + "a")).singleElement().asString().endsWith("DOC010");
    String half = "[".repeat(60) + "1" + "]".repeat(60);
    assertThat(problems("a: &a " + half + "\nb: " + half.replace("1", "*a")))
        .singleElement()
        .asString()
        .endsWith("DOC010");
  }

  @Test
  void a_document_larger_than_allowed_is_refused_and_the_next_is_read() {
    ReadOptions small =
        new ReadOptions(ReadOptions.Dialect.YAML_1_2, new Limits(10_000_000, 50_000, 10, 10));
    String large = "a: " + "x".repeat(200_000) + "\n---\nb: 1\n";
    List<Diagnostic> found = DocumentReader.with(small).read(large, "a", documents::add);
    assertThat(found).extracting(Diagnostic::code).containsExactly("DOC002");
    assertThat(documents).hasSize(1);
    assertThat(documents.getFirst().root().line()).isEqualTo(3);
  }

  @Test
  void merge_keys_keep_what_the_mapping_itself_says() {
    assertThat(problems("a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*b, *a]\n  z: 3\n"))
        .isEmpty();
    MappingNode root = (MappingNode) documents.getFirst().root();
    MappingNode c = (MappingNode) root.entries().get(2).value();
    assertThat(c.text("x")).isEqualTo("1");
    assertThat(c.text("y")).isEqualTo("2");
    assertThat(c.text("z")).isEqualTo("3");
  }

  @Test
  void empty_documents_are_left_out() {
    assertThat(problems("---\n---\n# nothing\n---\na: 1\n...\n---\n")).isEmpty();
    assertThat(documents).hasSize(1);
    assertThat(problems("")).isEmpty();
    assertThat(problems("# only a comment")).isEmpty();
  }

  @Test
  void a_directive_belongs_to_the_document_after_it() {
    assertThat(
            problems("%YAML 1.2\n---\na: 1\n...\n%TAG !e! tag:example.com,2026:\n---\nb: !e!x 2\n"))
        .isEmpty();
    assertThat(documents).hasSize(2);
    assertThat(documents.get(1).root().line()).isEqualTo(7);
  }
}
