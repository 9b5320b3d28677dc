package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlPositionsTest {

  private final List<Document> documents = new ArrayList<>();

  private List<Diagnostic> read(String text) {
    return DocumentReader.standard().read(text, "a.yaml", documents::add);
  }

  private MappingNode root(int index) {
    return (MappingNode) documents.get(index).root();
  }

  @Test
  void keys_and_values_know_line_and_column() {
    assertThat(read("a: 1\nb:\n  - x\n  - {c: yes}\n")).isEmpty();
    MappingNode root = root(0);
    MappingNode.Entry b = root.entries().get(1);
    assertThat(b.line()).isEqualTo(2);
    assertThat(b.column()).isEqualTo(1);
    SequenceNode list = (SequenceNode) b.value();
    assertThat(list.items().get(0)).isEqualTo(new ScalarNode("x", "x", 3, 5));
    MappingNode inner = (MappingNode) list.items().get(1);
    assertThat(inner.get("c")).isEqualTo(new ScalarNode("yes", "yes", 4, 9));
  }

  @Test
  void columns_count_code_points() {
    assertThat(read("\"\uD83D\uDE00\": {a: 1}\n")).isEmpty();
    assertThat(root(0).entries().getFirst().value().column()).isEqualTo(6);
  }

  @Test
  void lines_go_on_through_documents_and_line_ends_of_all_kinds() {
    assertThat(read("a: 1\r\n---\r\nb: 2\r---\rc: 3\n...\n# x\n---\nd: 4")).isEmpty();
    assertThat(documents).hasSize(4);
    assertThat(documents.stream().map(d -> d.root().line())).containsExactly(1, 3, 5, 9);
  }

  @Test
  void a_broken_document_does_not_hide_the_next() {
    List<Diagnostic> problems = read("a: 1\n---\nb: [1\n---\nc: 3\n");
    assertThat(documents).hasSize(2);
    assertThat(documents.get(1).root().line()).isEqualTo(5);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().render()).startsWith("a.yaml:4:1: error: ");
  }
}
