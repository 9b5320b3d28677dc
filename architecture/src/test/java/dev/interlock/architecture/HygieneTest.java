package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkout is tidy, and an untidy one would be noticed. */
class HygieneTest {

  private static final Hygiene CHECKOUT = new Hygiene(Program.ROOT);

  @TempDir Path untidy;

  /** Which are used is known when all tests have run: not in the fast loop. */
  @Test
  @Tag("slow")
  void no_golden_file_is_an_orphan() {
    Assumptions.assumeTrue(
        Files.exists(Program.ROOT.resolve("cli/target/goldens.txt")),
        "skipped: the tests of cli have not run before");
    assertThat(CHECKOUT.orphanGoldens()).isEmpty();
  }

  @Test
  void no_test_is_switched_off() {
    assertThat(CHECKOUT.switchedOffTests()).isEmpty();
  }

  @Test
  void every_module_says_what_it_is() {
    assertThat(CHECKOUT.modulesWithoutReadme()).isEmpty();
  }

  @Test
  void decisions_are_named_by_their_date() {
    assertThat(CHECKOUT.undatedDecisions()).isEmpty();
  }

  @Test
  void an_untidy_checkout_is_noticed() throws IOException {
    write("room/pom.xml", "");
    write("room/src/test/golden/used.txt", "");
    write("room/src/test/golden/left-over.txt", "");
    write("room/target/goldens.txt", "src/test/golden/used.txt\n");
    write("walker/pom.xml", "");
    write("walker/README.md", "");
    write("walker/src/test/golden/any.txt", "");
    write("walker/src/test/java/BTest.java", "class BTest { { Files.list(GOLDEN); } }");
    write("room/src/test/java/ATest.java", "@Disabled class ATest { String s = \"used.txt\"; }");
    write("docs/decisions/some-day.md", "");
    Hygiene hygiene = new Hygiene(untidy);
    assertThat(hygiene.orphanGoldens())
        .containsExactly(Path.of("room/src/test/golden/left-over.txt"));
    assertThat(hygiene.switchedOffTests())
        .containsExactly(Path.of("room/src/test/java/ATest.java"));
    assertThat(hygiene.modulesWithoutReadme()).containsExactly(untidy.resolve("room"));
    assertThat(hygiene.undatedDecisions())
        .containsExactly(untidy.resolve("docs/decisions/some-day.md"));
  }

  private void write(String file, String text) throws IOException {
    Path path = untidy.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
