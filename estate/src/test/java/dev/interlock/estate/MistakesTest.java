package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder under {@code src/test/golden} is an estate with mistakes, and what is said of it. */
class MistakesTest {

  private static final Path GOLDEN = TestFiles.root().resolve("estate/src/test/golden");

  static List<String> estates() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("estates")
  void every_mistake_is_reported_with_its_place(String name) throws IOException {
    Path folder = GOLDEN.resolve(name);
    LoadedEstate loaded = new EstateLoader().load(folder);
    String complaints = String.join("\n", EstateFolder.rendered(loaded, folder)) + "\n";

    TestFiles.assertMatches(folder.resolve("expected.txt"), complaints);
  }

  @Test
  void every_code_has_an_example() throws IOException {
    Set<String> unseen = new TreeSet<>();
    Arrays.stream(EstateCode.values()).forEach(code -> unseen.add(code.code()));
    unseen.remove(EstateCode.NO_DIRECTORY.code());
    // Dead links and pipes are not kept in a checkout: FoundFilesTest makes them.
    unseen.remove(EstateCode.NO_FILE.code());
    for (String name : estates()) {
      String text = Files.readString(GOLDEN.resolve(name).resolve("expected.txt"));
      unseen.removeIf(code -> text.contains("[" + code + "]"));
    }
    assertThat(unseen).isEmpty();
  }
}
