package dev.interlock.usecases;

import dev.interlock.facts.Discoverer;
import dev.interlock.facts.Reading;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import dev.interlock.usecases.drafting.Answers;
import dev.interlock.usecases.drafting.Draft;
import dev.interlock.usecases.drafting.Question;
import dev.interlock.usecases.drafting.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Drafts an estate from what a company already has: {@code az} exports, manifests, compose files,
 * {@code odoo.conf}, calendars. Every guess is marked with its reason, and what only people know is
 * asked, or listed in the order in which the gate needs it.
 */
public final class DraftEstate {

  private static final String MARK = "# guess:";

  private final Asker asker;
  private final String program;

  /**
   * Drafts with the help of somebody to ask.
   *
   * @param asker {@link Asker#NOBODY} leaves marked gaps
   * @param program how the user calls the program; the commands of the draft begin with it
   */
  public DraftEstate(Asker asker, String program) {
    this.asker = asker;
    this.program = program;
  }

  /**
   * Reads the inputs and writes the draft: {@code estate/}, {@code changes/} and {@code GAPS.md}.
   *
   * @param from files and directories
   * @param out an empty or new directory
   * @throws InputRejected when an input is not there or the directory is not empty
   * @throws Fault when the draft cannot be written
   */
  public DraftedEstate draft(List<String> from, String out) {
    return draft(from, out, _ -> {});
  }

  /**
   * Drafts, and tells how far it is.
   *
   * @param progress is told after each resource how many were found
   */
  public DraftedEstate draft(List<String> from, String out, LongConsumer progress) {
    Path directory = Path.of(out);
    requireEmpty(directory, out);
    Draft draft = new Draft();
    Counted found = new Counted(progress);
    Reading reading =
        Discoverer.standard()
            .discover(
                from,
                resource -> {
                  draft.resource(resource);
                  found.one();
                },
                draft::other);
    if (reading.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      throw new InputRejected(reading.diagnostics());
    }
    Shell shell = new Shell(program, out);
    Draft.Result result = asked(draft, directory, shell);
    List<Diagnostic> warnings = new ArrayList<>(reading.diagnostics());
    warnings.addAll(new ReadEstate().check(directory.resolve("estate")).diagnostics());
    TreeSet<String> files = new TreeSet<>(result.texts().keySet());
    files.addAll(result.copies().keySet());
    return new DraftedEstate(
        out,
        List.copyOf(files),
        reading.resources(),
        result.gaps(),
        result.texts().values().stream().mapToInt(DraftEstate::guesses).sum(),
        warnings,
        commands(from, shell, reading.resources() > 0));
  }

  /** Writes the draft before the first question and after each answer: who leaves loses nothing. */
  private Draft.Result asked(Draft draft, Path directory, Shell shell) {
    Answers answers = Answers.NONE;
    Draft.Result result = draft.write(answers, directory, shell);
    write(result, directory);
    for (Question question : draft.questions(directory)) {
      Optional<Answers> more = question.ask(asker, answers);
      if (more.isPresent()) {
        answers = more.get();
        result = draft.write(answers, directory, shell);
        write(result, directory);
      }
    }
    return result;
  }

  private static void requireEmpty(Path directory, String out) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> children = Files.list(directory)) {
      if (children.findAny().isPresent()) {
        throw new InputRejected(
            ActionCode.DRAFT_EXISTS.code(),
            out,
            "the directory is not empty",
            "name a new one; nothing is overwritten");
      }
    } catch (IOException e) {
      throw new InputRejected(
          ActionCode.DRAFT_UNREADABLE.code(),
          out,
          "this is no directory that can be read",
          "name another");
    }
  }

  private static void write(Draft.Result result, Path directory) {
    try {
      for (Map.Entry<String, String> text : result.texts().entrySet()) {
        Path file = directory.resolve(text.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.getValue());
      }
      for (Map.Entry<String, Path> copy : result.copies().entrySet()) {
        Path target = directory.resolve(copy.getKey());
        Files.copy(copy.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new Fault(
          ActionCode.DRAFT_FAILED.code(), "the draft cannot be written: " + e.getMessage(), e);
    }
  }

  private static int guesses(String text) {
    return (text.length() - text.replace(MARK, "").length()) / MARK.length();
  }

  private static List<String> commands(List<String> from, Shell shell, boolean resources) {
    String inputs = String.join(" ", from.stream().map(Shell::quoted).toList());
    return List.of(
        shell.gate(),
        shell.window(),
        resources
            ? shell.run("check " + inputs)
            : Shell.quoted(shell.program()) + " evidence kinds");
  }
}
