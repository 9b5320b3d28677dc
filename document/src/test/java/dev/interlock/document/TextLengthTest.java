package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buffers grow with a text: it is read alike whatever its length. */
class TextLengthTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 16, 256, 1024, 4096, 8192, 16_384, 32_768})
  void a_text_around_the_size_of_a_buffer_is_read_to_its_end(int size) {
    for (int length = Math.max(0, size - 12); length <= size + 4; length++) {
      String filler = "x".repeat(length);
      assertThat(texts("a: " + filler + "y\n---\na: last\n")).containsExactly(filler + "y", "last");
      assertThat(texts("{\"a\": \"" + filler + "\"}{\"a\": \"last\"}"))
          .containsExactly(filler, "last");
      assertThat(texts(" ".repeat(length) + "{\"a\": \"last\"}")).containsExactly("last");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 255, 256, 257, 1024, 5000})
  void many_different_texts_stay_themselves(int count) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < count; i++) {
      yaml.append("- {a: v").append(i % 700).append(", key").append(i).append(": w}\n");
    }
    List<Document> documents = documents(yaml.toString());
    List<? extends Node> items = ((SequenceNode) documents.getFirst().root()).items();
    for (int i = 0; i < count; i++) {
      MappingNode item = (MappingNode) items.get(i);
      assertThat(item.text("a")).isEqualTo("v" + i % 700);
      assertThat(item.text("key" + i)).isEqualTo("w");
    }
  }

  /** A table of names that all documents of a reader share would keep 320 MB here. */
  @Test
  void a_reader_keeps_nothing_of_what_it_read() {
    DocumentReader reader = DocumentReader.standard();
    long before = used();
    for (int i = 0; i < 80; i++) {
      reader.read("{\"" + i + "x".repeat(4_000_000) + "\": 1}", "text", _ -> {});
    }
    assertThat(used() - before).isLessThan(40_000_000);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static List<String> texts(String text) {
    return documents(text).stream().map(d -> ((MappingNode) d.root()).text("a")).toList();
  }

  private static List<Document> documents(String text) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems = DocumentReader.standard().read(text, "text", documents::add);
    assertThat(problems).isEmpty();
    return documents;
  }
}
