package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.guardrails.pack.PackHygiene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackHygieneTest {

  private static final Path GOLDEN = Path.of("src/test/golden");
  private static final Path PACK = Path.of("src/main/resources/dev/interlock/guardrails/pack");

  @Test
  void every_shipped_control_has_its_cases_and_no_case_is_an_orphan() throws IOException {
    assertThat(PackHygiene.problems(ControlPack.shipped(), GOLDEN)).isEmpty();
  }

  @Test
  void control_without_cases_is_found(@TempDir Path empty) throws IOException {
    assertThat(PackHygiene.problems(ControlPack.shipped(), empty))
        .contains("k8s-run-as-non-root has no case that passes");
  }

  @Test
  void orphan_case_is_found(@TempDir Path golden) throws IOException {
    Files.createDirectories(golden.resolve("no-such-control/pass"));
    Files.createDirectories(golden.resolve("k8s-run-as-non-root/perhaps"));
    assertThat(PackHygiene.problems(ControlPack.shipped(), golden))
        .contains(
            "no-such-control: no control has this name",
            "k8s-run-as-non-root/perhaps: neither pass, fail nor unknown");
  }

  @Test
  void every_folder_of_the_pack_is_a_shipped_control() throws IOException {
    try (Stream<Path> folders = Files.list(PACK)) {
      Set<String> names =
          folders
              .map(p -> p.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(ControlPack.shipped().names()).isEqualTo(names);
    }
  }

  @Test
  void compiled_pack_says_what_the_files_say() {
    ControlLoader.Loaded loaded = ControlLoader.load(java.util.List.of(PACK));
    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(ControlPack.shipped().stream())
        .allSatisfy(shipped -> {
          Guardrail written = loaded.controls().find(shipped.name()).orElseThrow();
          assertThat(shipped.control()).isEqualTo(written.control());
          assertThat(shipped.origin()).isEqualTo(Origin.SHIPPED);
          assertThat(ControlPack.text(shipped.name())).isPresent();
        });
  }
}
