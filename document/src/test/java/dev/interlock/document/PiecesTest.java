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
