package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into one folder at once. */
class ImportPoliciesTest {

  private static final int FILES = 60;

  @TempDir private Path folder = Path.of("");

  @Test
  void imports_at_once_see_whole_files_and_leave_nothing_else() throws Exception {
    Path from = Files.createDirectory(folder.resolve("from"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(from.resolve(i + ".json"), definition("d" + i));
    }
    Path out = folder.resolve("out");
    Callable<Object> one = () -> new ImportPolicies().run(List.of(from), out, true);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Object> done : threads.invokeAll(List.of(one, one, one, one))) {
        assertThat(done.get()).isNotNull();
      }
    }

    assertThat(files(out)).hasSize(FILES).allMatch(name -> name.endsWith(".json"));
  }

  private static List<String> files(Path out) throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }

  private static String definition(String name) {
    return """
    {"id": "/providers/Microsoft.Authorization/policyDefinitions/%1$s", "name": "%1$s",
     "properties": {"mode": "All", "description": "%2$s", "policyRule":
      {"if": {"field": "name", "equals": "x"}, "then": {"effect": "deny"}}}}
    """
        .formatted(name, "long ".repeat(20_000));
  }
}
