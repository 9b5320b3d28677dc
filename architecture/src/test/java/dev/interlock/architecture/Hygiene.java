package dev.interlock.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a checkout must not contain. The root is a parameter, so that the checks can be shown to
 * fail.
 */
record Hygiene(Path root) {

  /**
   * Golden files that no test of their module names. A test names a file by its name, by its name
   * without the ending, or it walks a whole folder and says so by naming the folder with a trailing
   * slash.
   */
  List<Path> orphanGoldens() {
    List<Path> orphans = new ArrayList<>();
    for (Path module : modules()) {
      Path goldens = module.resolve("src/test/golden");
      String tests = String.join("\n", sources(module.resolve("src/test/java")));
      files(goldens)
          .filter(f -> !isNamed(goldens, f, tests))
          .map(root::relativize)
          .forEach(orphans::add);
    }
    return orphans;
  }

  /** Test sources that switch a test off. */
  List<Path> switchedOffTests() {
    return modules().stream()
        .flatMap(m -> files(m.resolve("src/test/java")))
        .filter(f -> !f.endsWith("Hygiene.java") && !f.endsWith("HygieneTest.java"))
        .filter(f -> read(f).contains("@Disabled"))
        .map(root::relativize)
        .toList();
  }

  /** Modules without a page that says what they are. */
  List<Path> modulesWithoutReadme() {
    return modules().stream().filter(m -> !Files.exists(m.resolve("README.md"))).toList();
  }

  /** Decisions whose file is not named by its date. */
  List<Path> undatedDecisions() {
    return files(root.resolve("docs/decisions"))
        .filter(f -> !f.getFileName().toString().matches("20\\d\\d-\\d\\d-\\d\\d-[a-z0-9-]+\\.md"))
        .toList();
  }

  private static boolean isNamed(Path goldens, Path file, String tests) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Path relative = goldens.relativize(file);
    String top = relative.getNameCount() > 1 ? relative.getName(0) + "/\"" : null;
    return tests.contains('"' + name)
        || tests.contains('/' + name)
        || tests.contains('"' + stem + '"')
        || (top != null && tests.contains('"' + top))
        || tests.contains("\"src/test/golden/\"");
  }

  private List<Path> modules() {
    return list(root).filter(p -> Files.exists(p.resolve("pom.xml"))).toList();
  }

  private static Set<String> sources(Path folder) {
    return Set.copyOf(
        files(folder).filter(f -> f.toString().endsWith(".java")).map(Hygiene::read).toList());
  }

  private static Stream<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
