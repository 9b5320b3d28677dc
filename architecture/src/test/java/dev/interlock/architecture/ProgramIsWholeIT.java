package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program has every class that its code names. Tests see more libraries than a user's program:
 * one that is declared for tests alone is not packed, whoever else needs it.
 */
class ProgramIsWholeIT {

  private static final Path LIBRARIES = Program.ROOT.resolve("cli/target/dist/lib");
  private static final String OURS = "-0.1.0-SNAPSHOT.jar";

  /** These keep the server's records, and only the server's own program brings what they need. */
  private static final String OF_THE_SERVER =
      "dev\\.interlock\\.(changes\\.register|ledger\\.postgres)\\..*";

  @TempDir Path scratch;

  @Test
  void nothing_that_our_code_names_is_missing() throws Exception {
    Program.prepare();
    assertThat(missing(LIBRARIES)).isEmpty();
  }

  @Test
  void a_library_that_is_taken_away_is_missed() throws Exception {
    Program.prepare();
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      for (Path jar : jars.filter(it -> !name(it).startsWith("jackson-databind")).toList()) {
        Files.copy(jar, scratch.resolve(name(jar)));
      }
    }
    assertThat(missing(scratch)).anyMatch(it -> it.contains("JsonMapper"));
  }

  private List<String> missing(Path libraries) throws Exception {
    Path jdeps = Path.of(System.getProperty("java.home"), "bin", "jdeps");
    List<String> words =
        new ArrayList<>(
            List.of(jdeps.toString(), "--multi-release", "25", "--missing-deps", "-cp", "*"));
    try (Stream<Path> jars = Files.list(libraries)) {
      jars.map(ProgramIsWholeIT::name)
          .filter(it -> it.endsWith(OURS) || it.equals("interlock.jar"))
          .sorted()
          .forEach(words::add);
    }
    assertThat(words).hasSizeGreaterThan(10);
    var ended = Program.run(libraries, Map.of(), words);
    return ended
        .out()
        .lines()
        .map(String::strip)
        .filter(it -> it.startsWith("dev.interlock.") && !it.matches(OF_THE_SERVER))
        .toList();
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
