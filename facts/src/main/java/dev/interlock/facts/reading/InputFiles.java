package dev.interlock.facts.reading;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The files behind the inputs that a user names. */
public final class InputFiles {

  private final Consumer<Diagnostic> problems;

  /** Reports what cannot be visited. */
  public InputFiles(Consumer<Diagnostic> problems) {
    this.problems = problems;
  }

  /** Visits a file, or all files below a directory, each with the name diagnostics use for it. */
  public void visit(String input, BiConsumer<Path, String> sink) {
    try {
      Path path = Path.of(input);
      if (Files.isDirectory(path)) {
        new Walk(problems).files(path, input, sink);
      } else if (Files.isRegularFile(path)) {
        sink.accept(path, input);
      } else {
        problems.accept(
            Problem.UNREADABLE.at(SourceRef.file(input), "there is no such file or directory"));
      }
    } catch (InvalidPathException _) {
      problems.accept(Problem.UNREADABLE.at(SourceRef.file(input), "this is no name of a file"));
    }
  }
}
