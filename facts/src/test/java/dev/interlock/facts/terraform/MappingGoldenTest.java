package dev.interlock.facts.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code golden/terraform} holds a plan and what becomes of it. {@code
 * -Dgolden.update=true} rewrites what becomes of it.
 */
class MappingGoldenTest {

  static final Path GOLDEN = Path.of("src/test/golden/terraform");

  static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void a_plan_becomes_these_resources(Path folder) throws IOException {
    String json = Plans.of(Files.readAllBytes(folder.resolve("plan.json"))).json();
    Path expected = folder.resolve("expected.json");
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      Files.writeString(expected, json);
    }
    assertThat(expected).exists();
    assertThat(json).isEqualTo(Files.readString(expected));
  }
}
