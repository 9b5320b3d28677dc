package dev.interlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of diagnostics is whole: every code of every module, and no other. */
class CodesTest {

  private static final Pattern CODE =
      Pattern.compile(
          "\\b(?:ARM|AZR|CHG|CLI|DOC|EST|EVD|FAC|GRD|LED|POL|REC|REG|SRV|USE|WIN)\\d{3}\\b");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([A-Z]{3}\\d{3}) \\| (?:error|warning|fault) \\| .+ \\|$");

  @Test
  void every_code_is_on_the_page_and_every_row_is_used() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    try (var modules = Files.list(Checkout.root())) {
      for (Path module : modules.filter(m -> Files.exists(m.resolve("pom.xml"))).toList()) {
        collect(module.resolve("src/main/java"), used);
      }
    }
    assertThat(used).contains("CLI002", "DOC001", "EST001", "GRD001", "LED001", "WIN001");
    String page = Files.readString(Checkout.root().resolve("docs/diagnostics.md"));
    List<String> listed = ROW.matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(listed).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(listed)).isEqualTo(used);
  }

  private static void collect(Path sources, Set<String> codes) throws IOException {
    if (Files.isDirectory(sources)) {
      try (var files = Files.walk(sources)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          CODE.matcher(Files.readString(file)).results().forEach(m -> codes.add(m.group()));
        }
      }
    }
  }
}
