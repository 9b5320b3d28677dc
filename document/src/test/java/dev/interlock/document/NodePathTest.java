package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodePathTest {

  private static Node root() {
    List<Document> documents = new ArrayList<>();
    String text = "spec:\n  list:\n    - image: a\n      l: {x.y/z: 1, 'a]': 2}\n";
    assertThat(DocumentReader.standard().read(text, "a", documents::add)).isEmpty();
    return documents.getFirst().root();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "spec.list[0].image        | 3:14",
        "spec.list[0].l[\"x.y/z\"] | 4:18",
        "spec.list[0].l['a]']      | 4:27",
        "spec.list[0].l[x.y/z]     | 4:18",
        "spec.list[1].image        | 3:5",
        "spec.other.image          | 2:3",
        "other                     | 1:1",
        "spec.list[0].image.x      | 3:14"
      })
  void finds_the_value_or_what_is_nearest_to_it(String path, String place) {
    Node found = NodePath.parse(path).nearest(root());
    assertThat(found.line() + ":" + found.column()).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "[", "a[", "a[]", "]", "a['", "a[999999999999]", "..a", "['"})
  void odd_paths_do_no_harm(String path) {
    assertThat(NodePath.parse(path).nearest(root())).isNotNull();
  }
}
