package dev.interlock.cli.evidence;

import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.SigningOptions;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Moment;
import dev.interlock.usecases.SignEvidence;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evidence sign}: puts what somebody states into a signed envelope. */
@Command(
    name = "sign",
    sortOptions = false,
    description = {
      "Signs one piece of evidence: a YAML or JSON file with what is stated.",
      "",
      "Written is an in-toto statement in a DSSE envelope. Whether it counts depends on the keys"
          + " that the estate trusts: see evidence list."
    },
    footer = {
      "",
      "Examples:",
      "  interlock evidence sign tested.yaml --kind test-run --key pipeline.key \\",
      "      --out evidence/tested.json",
      "  interlock evidence sign drill.yaml --kind drill --key drills.key \\",
      "      --out evidence/drill.json%n"
    })
public final class EvidenceSignCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "What is stated: YAML or JSON.")
  private Path file = Path.of("");

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      required = true,
      description =
          "What it is: approval, check, drill, test-run, deployment, incident, review, cost or"
              + " decision.")
  private String kind = "";

  @Mixin private final SigningOptions signing = new SigningOptions();

  /** Runs with these streams. */
  public EvidenceSignCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PredicateKind known = EvidenceKindWord.kind(kind);
    var says =
        new SignEvidence().run(new SignEvidence.Request(known, file, signing.key(), signing.out()));
    invocation
        .out()
        .line("Signed " + known.word() + " of " + Moment.utc(says.at()) + ": " + signing.out());
    return ExitCode.GOOD;
  }
}
