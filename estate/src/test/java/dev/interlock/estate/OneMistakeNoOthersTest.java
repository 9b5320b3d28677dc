package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.RecordWriter;
import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever single value of a document can't be read, nothing else is found wrong for it: neither in
 * that document nor in others that name it.
 */
class OneMistakeNoOthersTest {

  private static final Path SAMPLES = TestFiles.root().resolve("samples/estate");

  @TempDir private Path folder;
  private final RecordWriter writer = new RecordWriter();
  private final List<Map<String, Object>> documents = new ArrayList<>();

  @BeforeEach
  void read_samples() throws IOException {
    DocumentReader reader = DocumentReader.standard();
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(".yaml")) {
          reader.read(file, "f", document -> documents.add(Trees.of(document.root())));
        } else {
          Path copy = folder.resolve(SAMPLES.relativize(file));
          Files.createDirectories(Objects.requireNonNull(copy.getParent()));
          Files.copy(file, copy);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_value_that_cannot_be_read_brings_forth_no_other_mistake(Kind kind) throws IOException {
    int index = indexOf(kind);
    Map<String, Object> sound = documents.get(index);
    int seen = 0;
    for (Object damaged : damages(sound)) {
      List<Diagnostic> found = load(index, damaged);
      if (found.stream().anyMatch(problem -> problem.code().startsWith("DOC"))) {
        assertThat(found).as(writer.toJson(damaged)).hasSize(1);
        seen++;
      }
    }
    assertThat(seen).isPositive();
  }

  private int indexOf(Kind kind) {
    for (int i = 0; i < documents.size(); i++) {
      if (kind.word().equals(documents.get(i).get("kind"))) {
        return i;
      }
    }
    throw new AssertionError("the samples have no " + kind.word());
  }

  private List<Diagnostic> load(int index, Object damaged) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      texts.add(writer.toJson(i == index ? damaged : documents.get(i)));
    }
    // Calendars name their files beside their own.
    Files.writeString(folder.resolve("calendars/all.yaml"), String.join("\n---\n", texts));
    return new EstateLoader().load(folder).diagnostics();
  }

  /** The document twice for each value below its spec: of another type, and gone. */
  private static List<Map<String, Object>> damages(Map<String, Object> document) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object spec : damagedWithin(Objects.requireNonNull(document.get("spec")))) {
      Map<String, Object> copy = new LinkedHashMap<>(document);
      copy.put("spec", spec);
      all.add(copy);
    }
    return all;
  }

  private static List<Object> damagedWithin(Object value) {
    List<Object> all = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> {
        List<Object> ways = damagedWithin(inner);
        ways.add(inner instanceof List<?> ? Map.of("odd", 7) : List.of(List.of(7)));
        for (Object way : ways) {
          Map<Object, Object> copy = new LinkedHashMap<>(map);
          copy.put(key, way);
          all.add(copy);
        }
        Map<Object, Object> lacking = new LinkedHashMap<>(map);
        lacking.remove(key);
        all.add(lacking);
      });
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (Object way : damagedWithin(list.getFirst())) {
        List<Object> copy = new ArrayList<>(list);
        copy.set(0, way);
        all.add(copy);
      }
    }
    return all;
  }
}
