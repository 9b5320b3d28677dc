package dev.interlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.testkit.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of codes in the page of {@code usecases} is whole. */
class CodesTest {

  private static final Pattern CODE = Pattern.compile("\"(CLI\\d{3})\"");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (CLI\\d{3}) \\| .+ \\|$");

  @Test
  void every_code_is_in_the_table_and_every_row_is_used() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    for (String module : List.of("usecases", "cli")) {
      Path sources = Checkout.root().resolve(module).resolve("src/main/java");
      try (var files = Files.walk(sources)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          CODE.matcher(Files.readString(file)).results().forEach(m -> used.add(m.group(1)));
        }
      }
    }
    String page = Files.readString(Checkout.root().resolve("usecases/README.md"));
    List<String> listed = ROW.matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(listed).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(listed)).isEqualTo(used);
  }
}
