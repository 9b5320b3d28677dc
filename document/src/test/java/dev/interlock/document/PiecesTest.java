package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest implements Pieces {

  private final List<String> seen = new ArrayList<>();

  @Override
  public void document(Document whole) {
    seen.add("document " + whole.root().line());
  }

  @Override
  public void element(Document element, MappingNode envelope) {
    MappingNode mapping = (MappingNode) element.root();
    seen.add("element " + mapping.text("n") + " in " + envelope.text("apiVersion"));
  }

  @Override
  public void end(Document envelope) {
    String kind = envelope.root() instanceof MappingNode mapping ? mapping.text("kind") : "none";
    seen.add("end of " + kind);
  }

  @Test
  void what_nobody_wants_is_read_over() {
    List<Node> roots = new ArrayList<>();
    Pieces keeping =
        new Pieces() {
          @Override
          public boolean leavesOut(String key) {
            return key.equals("big");
          }

          @Override
          public void document(Document whole) {
            roots.add(whole.root());
          }

          @Override
          public void element(Document element, MappingNode envelope) {}

          @Override
          public void end(Document envelope) {}
        };
    String text =
        """
        {"a": 1, "big": {"x": [1, {"big": 2}], "y": {}}, "b": {"big": [3]},
         "c": [{"z": 1}]}
        {"big": 5}
        """;
    ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    assertThat(DocumentReader.standard().read(bytes, "a", Set.of(), keeping)).isEmpty();
    MappingNode first = (MappingNode) roots.getFirst();
    assertThat(first.entries())
        .extracting(MappingNode.Entry::key)
        .containsExactly("a", "big", "b", "c");
    assertThat(first.get("big")).isEqualTo(new UnknownNode("it is left out", 1, 17));
    assertThat(NodePath.parse("b.big[0]").find(first)).isInstanceOf(ScalarNode.class);
    assertThat(((MappingNode) roots.getLast()).text("big")).isEqualTo("5");
  }

  private void read(String text) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    assertThat(DocumentReader.standard().read(bytes, "a", Set.of("", "items"), this)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v1\nitems:\n- n: 1\n- n: 2\nkind: List\n",
        "{\"apiVersion\": \"v1\", \"items\": [{\"n\": 1}, {\"n\": 2}], \"kind\": \"List\"}"
      })
  void a_list_comes_as_its_elements(String text) {
    read(text);
    assertThat(seen).containsExactly("element 1 in v1", "element 2 in v1", "end of List");
  }

  @Test
  void a_bare_list_comes_as_its_elements() {
    read("[{\"n\": 1}, {\"n\": 2}]");
    assertThat(seen).containsExactly("element 1 in null", "element 2 in null", "end of none");
  }

  @Test
  void a_list_deeper_down_stays_whole() {
    read("spec:\n  items: [1, 2]\n---\nitems: {a: 1}\n");
    assertThat(seen).containsExactly("document 1", "document 4");
  }
}
