package dev.interlock.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a checkout must not contain. The root is a parameter, so that the checks can be shown to
 * fail.
 */
record Hygiene(Path root) {

  private static final Pattern WALKS = Pattern.compile("Files\\.(list|walk|find)\\(GOLDEN\\b");

  /**
   * Golden files that no test compared in this run. A module whose tests walk the whole folder has
   * none by construction; the others have left a list of what they compared.
   */
  List<Path> orphanGoldens() {
    List<Path> orphans = new ArrayList<>();
    for (Path module : modules()) {
      if (!walksItsGoldens(module)) {
        String compared = read(module.resolve("target/goldens.txt"));
        files(module.resolve("src/test/golden"))
            .filter(f -> compared.lines().noneMatch(module.relativize(f).toString()::equals))
            .map(root::relativize)
            .forEach(orphans::add);
      }
    }
    return orphans;
  }

  private static boolean walksItsGoldens(Path module) {
    return files(module.resolve("src/test/java"))
        .filter(f -> f.toString().endsWith(".java"))
        .anyMatch(f -> WALKS.matcher(read(f)).find());
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

  private List<Path> modules() {
    return list(root).filter(p -> Files.exists(p.resolve("pom.xml"))).toList();
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
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
