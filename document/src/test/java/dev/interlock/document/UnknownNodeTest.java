package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody knows survives being written as JSON. */
class UnknownNodeTest {

  private static Node read(String json) {
    List<Document> documents = new ArrayList<>();
    DocumentReader.with(ReadOptions.policies()).read(json, "a.json", documents::add);
    return documents.getFirst().root();
  }

  @Test
  void what_stands_for_something_unknown_is_unknown_again_at_any_depth() {
    Node restored =
        UnknownNode.restored(read("{\"a\": [1, {\"b\": {\"$unknown\": \"later\"}}], \"c\": true}"));
    assertThat(NodePath.parse("a[1].b").find(restored)).isEqualTo(new UnknownNode("later", 1, 17));
    assertThat(NodePath.parse("a[0]").find(restored)).isInstanceOf(ScalarNode.class);
  }

  @Test
  void everything_else_stays_as_it_is() {
    for (String json : List.of("{}", "[]", "1", "{\"$unknown\": 1, \"b\": 2}", "{\"a\": [{}]}")) {
      Node node = read(json);
      assertThat(UnknownNode.restored(node)).isSameAs(node);
    }
  }
}
