package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.ReadOptions.Dialect;
import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merge keys and tags on which tools disagree: what is judged must be what kubectl applies. */
class YamlMergeTest {

  private static List<String> codes(Dialect dialect, String text) {
    ReadOptions options = new ReadOptions(dialect, Limits.written());
    return DocumentReader.with(options).read(text, "a.yaml", _ -> {}).stream()
        .map(Diagnostic::code)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_merge_that_overwrites_a_key_before_it_is_refused(Dialect dialect) {
    assertThat(codes(dialect, "image: good\n<<: {image: bad}\n")).containsExactly("DOC020");
    assertThat(codes(dialect, "image: {a: 1}\n<<: {image: {a: 1}}\n")).containsExactly("DOC020");
    assertThat(codes(dialect, "<<: {image: good}\n<<: {image: bad}\n")).containsExactly("DOC020");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<<: {image: theirs}\nimage: ours\n",
        "image: same\n<<: {image: same}\n",
        "name: ours\n<<: {image: theirs}\n",
        "<<: [{image: ours}, {image: theirs}]\n"
      })
  void a_merge_that_means_the_same_everywhere_is_read(String text) {
    List<Document> documents = new ArrayList<>();
    ReadOptions options = new ReadOptions(Dialect.KUBERNETES, Limits.written());
    assertThat(DocumentReader.with(options).read(text, "a.yaml", documents::add)).isEmpty();
    MappingNode root = (MappingNode) documents.getFirst().root();
    assertThat(root.text("image")).isIn("ours", "same", "theirs").isEqualTo(expected(text));
  }

  private static String expected(String text) {
    return text.contains("ours}") || text.contains("image: ours")
        ? "ours"
        : text.contains("same") ? "same" : "theirs";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!binary aW1hZ2U=: evil",
        "!!merge \"<<\": {image: evil}",
        "! \"<<\": {image: evil}",
        "!!str <<: {image: evil}",
        "!local image: evil"
      })
  void a_tagged_key_is_refused(String text) {
    assertThat(codes(Dialect.KUBERNETES, text + "\n")).containsExactly("DOC021");
  }

  @Test
  void a_key_tagged_as_the_text_it_is_anyway_is_read() {
    assertThat(codes(Dialect.KUBERNETES, "!!str image: good\n")).isEmpty();
  }

  @Test
  void a_value_that_others_would_decode_is_refused() {
    assertThat(codes(Dialect.KUBERNETES, "image: !!binary ZXZpbA==\n")).containsExactly("DOC018");
  }
}
