package dev.interlock.facts.reading;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All files below a directory in the order of their names. Hidden directories and what package
 * managers download are left out; links are followed, each directory is entered once.
 */
final class Walk {

  private static final Set<String> DOWNLOADED = Set.of("node_modules", "__pycache__");

  private record Step(Path path, String name) {}

  private final Consumer<Diagnostic> problems;
  private final Set<Path> entered = new HashSet<>();
  private final Deque<Step> ahead = new ArrayDeque<>();

  Walk(Consumer<Diagnostic> problems) {
    this.problems = problems;
  }

  /** Hands over each file with the name that diagnostics use for it. */
  void files(Path directory, String name, BiConsumer<Path, String> sink) {
    ahead.push(new Step(directory, name));
    while (!ahead.isEmpty()) {
      Step step = ahead.pop();
      if (Files.isDirectory(step.path())) {
        enter(step);
      } else if (Files.isRegularFile(step.path())) {
        sink.accept(step.path(), step.name());
      } else {
        String message = "this is neither a file nor a directory; it is left out";
        problems.accept(Problem.NO_FILE.at(SourceRef.file(step.name()), message));
      }
    }
  }

  /** With what the names of a directory's files begin. */
  static String prefix(String directory) {
    return directory.endsWith("/") ? directory : directory + "/";
  }

  private void enter(Step step) {
    try (Stream<Path> children = Files.list(step.path())) {
      if (!entered.add(step.path().toRealPath())) {
        return;
      }
      String prefix = prefix(step.name());
      List<Step> sorted =
          children
              .map(path -> new Step(path, prefix + path.getFileName()))
              .filter(child -> !isLeftOut(child))
              .sorted((a, b) -> b.name().compareTo(a.name()))
              .toList();
      sorted.forEach(ahead::push);
    } catch (IOException e) {
      String message = "the directory cannot be read";
      problems.accept(Problem.UNREADABLE.at(SourceRef.file(step.name()), message));
    }
  }

  private static boolean isLeftOut(Step step) {
    String last = step.name().substring(step.name().lastIndexOf('/') + 1);
    return Files.isDirectory(step.path()) && (last.startsWith(".") || DOWNLOADED.contains(last));
  }
}
