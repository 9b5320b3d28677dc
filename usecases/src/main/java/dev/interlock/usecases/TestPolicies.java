package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.PolicyTestRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs policy tests: files of kind PolicyTest, and folders that hold them. */
public final class TestPolicies {

  /**
   * How the tests came out.
   *
   * @param diagnostics what was wrong with the files; an error means that something was not run
   */
  public record Report(List<PolicyTestRun.Case> cases, List<Diagnostic> diagnostics) {

    public Report {
      cases = List.copyOf(cases);
      diagnostics = List.copyOf(diagnostics);
    }

    /** How many cases passed. */
    public long passed() {
      return cases.stream().filter(PolicyTestRun.Case::passed).count();
    }

    /** How many did not. */
    public long failed() {
      return cases.size() - passed();
    }

    /** True when something could not be run. */
    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /**
   * Runs them.
   *
   * @param progress told after each case how many were run
   * @throws InputRejected when a path names nothing, or holds no test
   */
  public Report run(List<Path> paths, Instant now, Consumer<Integer> progress) {
    PolicyTestRun run = new PolicyTestRun();
    List<PolicyTestRun.Case> cases = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        run.run(
            file,
            now,
            result -> {
              cases.add(result);
              progress.accept(cases.size());
            });
      }
    }
    List<Diagnostic> problems = run.problems();
    if (cases.isEmpty() && problems.stream().noneMatch(Diagnostic::isError)) {
      throw new InputRejected(
          ActionCode.NOTHING_TO_CHECK.code(),
          String.valueOf(paths.getFirst()),
          "there is no policy test here",
          "a policy test begins with apiVersion: interlock.dev/v1 and kind: PolicyTest");
    }
    return new Report(cases, problems);
  }

  private static List<Path> files(Path path) {
    if (!Files.exists(path)) {
      throw new InputRejected(
          ActionCode.NOTHING_TO_CHECK.code(), path.toString(), "there is no such file", null);
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(TestPolicies::mayBeTest).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a folder stand other documents, too: definitions, resources. */
  private static boolean mayBeTest(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean document = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    return document && Files.isRegularFile(file) && mentions(file);
  }

  private static boolean mentions(Path file) {
    try (Stream<String> lines = Files.lines(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      return lines.limit(50).anyMatch(line -> line.contains("PolicyTest"));
    } catch (IOException | UncheckedIOException e) {
      return true;
    }
  }
}
