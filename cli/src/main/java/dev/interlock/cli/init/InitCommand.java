package dev.interlock.cli.init;

import dev.interlock.cli.options.OutputFolder;
import dev.interlock.cli.options.PathTextConverter;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.Progress;
import dev.interlock.usecases.Asker;
import dev.interlock.usecases.DraftEstate;
import dev.interlock.usecases.DraftedEstate;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code init}: a first estate from what a company already has. */
@Command(
    name = "init",
    sortOptions = false,
    description = {
      "Drafts an estate from what you already have.",
      "",
      "Looks through az exports (resource list, account list, management groups), Kubernetes"
          + " manifests, compose files, odoo.conf and iCalendar files. Every guess is marked in the"
          + " files with its reason; what only people know is asked on a terminal, the most important"
          + " first. GAPS.md leads from the draft to a first go, contact by contact."
    },
    footer = {
      "",
      "Nothing is overwritten: the directory must be new or empty.",
      "",
      "Examples:",
      "  az resource list > inventory/resources.json",
      "  az account list > inventory/accounts.json",
      "  interlock init --from inventory/ --from deploy/ --out governance/%n"
    })
public final class InitCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--from",
      paramLabel = "PATH",
      converter = PathTextConverter.class,
      arity = "1..*",
      required = true,
      description = "Files and folders to look through. May be repeated.")
  private List<String> from = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = OutputFolder.class,
      required = true,
      description = "Where the draft goes: a new or empty folder.")
  private Path out = Path.of("");

  @Option(names = "--no-questions", description = "Asks nothing, on a terminal too.")
  private boolean noQuestions;

  /** Runs with these streams. */
  public InitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    boolean asks = !noQuestions && invocation.env().getOrDefault("INTERLOCK_TTY", "").contains("0");
    Asker asker = asks ? new TerminalAsker(invocation) : Asker.NOBODY;
    if (asks) {
      invocation
          .err()
          .line("Enter takes what stands in brackets. The draft is written at once and");
      invocation
          .err()
          .line("after each answer: Ctrl-C loses nothing. Ctrl-D leaves the rest open.");
    }
    DraftedEstate drafted;
    try (Progress progress = new Progress(invocation, "resources found:", 0)) {
      Asker afterwards =
          (question, guess) -> {
            progress.clear();
            return asker.ask(question, guess);
          };
      drafted =
          new DraftEstate(afterwards, invocation.program())
              .draft(from, out.toString(), progress::done);
    }
    drafted.warnings().forEach(invocation.err()::problem);
    report(drafted);
    return ExitCode.GOOD;
  }

  private void report(DraftedEstate drafted) {
    line(
        "Drafted "
            + drafted.files().size()
            + " files in "
            + drafted.directory()
            + ", from "
            + drafted.resources()
            + " resources and what else was found.");
    line(drafted.guesses() + " guesses are marked \"# guess:\" with their reasons.");
    line("");
    line("Still unknown, the most important first:");
    int number = 1;
    for (DraftedEstate.Gap gap : drafted.gaps()) {
      line("  " + number++ + ". " + gap.topic() + ": " + gap.missing() + " (" + gap.file() + ")");
    }
    line("");
    line("Next:");
    drafted.nextCommands().forEach(command -> line("  " + command));
    line("");
    line(
        "GAPS.md in "
            + drafted.directory()
            + " leads from here to the first go, contact by contact.");
  }

  private void line(String text) {
    invocation.out().line(Prose.safe(text));
  }
}
