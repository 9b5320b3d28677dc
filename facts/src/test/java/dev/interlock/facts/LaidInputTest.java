package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.FoundFiles.FoundFile;
import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was brought elsewhere is read there as it is read here. */
class LaidInputTest {

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: %s}\nspec: {}\n";

  @TempDir private Path here = Path.of("");
  @TempDir private Path there = Path.of("");

  private record Read(Reading reading, List<String> places) {}

  private static Read read(FactReader reader, List<String> inputs) {
    List<String> places = new ArrayList<>();
    Reading reading = reader.read(inputs, each -> places.add(each.subject().id() + each.file()));
    return new Read(reading, places);
  }

  private void write(String path, String text) throws IOException {
    Path file = here.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Brings a folder as somebody who sends it does. */
  private LaidInput brought(String name) throws IOException {
    Path target = Files.createDirectories(there.resolve("laid"));
    FoundFiles found = FoundFiles.in(Path.of(name), name);
    for (FoundFile each : found.files()) {
      Path file = target.resolve(each.path());
      Files.createDirectories(file.getParent());
      Files.write(file, each.packed() ? new byte[0] : Files.readAllBytes(each.file()));
    }
    return new LaidInput(target, found.others(), found.unread());
  }

  private void assertSame() throws IOException {
    String name = here.toString();
    Read local = read(FactReader.standard(InputStream.nullInputStream()), List.of(name));
    Read remote = read(FactReader.of(Map.of(name, brought(name))), List.of(name));
    assertThat(remote).isEqualTo(local);
  }

  @Test
  void a_folder_with_a_little_of_everything() throws IOException {
    write("b/pod.yaml", POD.formatted("b"));
    write("a.yaml", POD.formatted("a") + "---\nkind: [\n");
    write("packed.yaml.gz", "x");
    write("README.md", "apiVersion: no");
    write("notes.yaml", "just: text\n");
    write(".git/pod.yaml", POD.formatted("hidden"));
    Files.createSymbolicLink(here.resolve("nowhere.yaml"), here.resolve("gone"));
    assertSame();
    FoundFiles found = FoundFiles.in(here, "x");
    assertThat(found.files()).extracting(FoundFile::path).doesNotContain("README.md", "notes.yaml");
    assertThat(found.others()).isEqualTo(2);
    assertThat(found.unread()).extracting(Diagnostic::render).first().asString().contains("FAC005");
  }

  @Test
  void a_folder_without_a_resource() throws IOException {
    assertSame();
    write("notes.txt", "just text\n");
    assertSame();
  }

  @Test
  void what_could_not_be_read_where_it_comes_from_is_not_opened() throws IOException {
    write("pod.yaml", POD.formatted("p"));
    Diagnostic told =
        read(FactReader.standard(InputStream.nullInputStream()), List.of("gone.yaml"))
            .reading()
            .diagnostics()
            .getFirst();
    LaidInput laid = new LaidInput(here.resolve("pod.yaml"), 0, List.of(told));
    Read read = read(FactReader.of(Map.of("gone.yaml", laid)), List.of("gone.yaml"));
    assertThat(read.places()).isEmpty();
    assertThat(read.reading().diagnostics()).containsExactly(told);
  }

  @Test
  void what_was_standard_input_is_called_so() throws IOException {
    write("pod.yaml", POD.formatted("p"));
    LaidInput laid = LaidInput.of(here.resolve("pod.yaml"));
    assertThat(read(FactReader.of(Map.of("-", laid)), List.of("-")).places().getFirst())
        .endsWith("-");
  }
}
