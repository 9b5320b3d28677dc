package dev.interlock.facts.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.terraform.Mapping.Child;
import dev.interlock.facts.terraform.Mapping.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mapping file says what the format asks for, and a golden plan uses it. */
class MappingFilesTest {

  private static final Path FILES =
      Path.of("src/main/resources/dev/interlock/facts/terraform/azurerm");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_is_sound(Path file) throws IOException {
    String name = file.getFileName().toString();
    Mapping mapping = MappingFile.parse(Files.readString(file), name);
    assertThat(name).isEqualTo(mapping.terraform() + ".yaml");
    assertThat(mapping.type() == null && mapping.folds().isEmpty())
        .as("neither a resource nor a part of one")
        .isFalse();
    if (mapping.type() != null) {
      requireType(mapping.type(), mapping.apiVersion());
      assertThat(mapping.ids()).isNotEmpty().allMatch(id -> id.text().matches("[/{].*[^/]"));
    }
    for (Child child : mapping.children()) {
      requireType(child.type(), child.apiVersion());
      assertThat(child.suffix().text()).startsWith("/");
      assertThat(child.rules()).isNotEmpty();
    }
    for (Fold fold : mapping.folds()) {
      assertThat(fold.type()).matches("Microsoft\\.[A-Za-z]+(/[A-Za-z]+)+");
      assertThat(fold.at()).isNotEmpty();
      assertThat(fold.into().attributes()).isNotEmpty();
      assertThat(fold.child()).isEqualTo(fold.rules().isEmpty());
    }
  }

  private static void requireType(String type, String apiVersion) {
    assertThat(type).matches("Microsoft\\.[A-Za-z.]+(/[A-Za-z]+)+");
    assertThat(apiVersion).matches("20\\d\\d-\\d\\d-\\d\\d(-preview)?");
  }

  @Test
  void every_file_is_used_by_a_golden_plan() throws IOException {
    StringBuilder plans = new StringBuilder();
    for (Path folder : MappingGoldenTest.folders()) {
      plans.append(Files.readString(folder.resolve("plan.json")));
    }
    assertThat(files())
        .extracting(file -> file.getFileName().toString().replace(".yaml", ""))
        .allSatisfy(type -> assertThat(plans).contains("\"type\": \"" + type + "\""));
  }
}
