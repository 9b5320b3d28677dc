package dev.interlock.cli.evidence;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.usecases.DraftEvidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evidence new}: a commented file in which somebody states something. */
@Command(
    name = "new",
    sortOptions = false,
    description = {
      "Begins a piece of evidence: a commented YAML file to fill in and sign.",
      "",
      "It holds what the change and the estate tell, such as digests and names. Everything else"
          + " states the worst until it is filled in, so that nothing good is signed by mistake."
    },
    footer = {
      "",
      "Examples:",
      "  interlock evidence new drill --estate estate/ --out drill.yaml",
      "  interlock evidence new cost --change change.yaml --estate estate/ \\",
      "      --out cost.yaml",
      "  interlock evidence new test-run --change change.yaml --estate estate/ \\",
      "      --environment test > tested.yaml%n"
    })
public final class EvidenceNewCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "KIND", description = "A kind of evidence: see evidence kinds.")
  private String kind = "";

  @Option(
      names = "--change",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "The change it is about; needs --estate.")
  private @Nullable Path change;

  @Option(names = "--estate", paramLabel = "DIR", description = "The estate that tells the names.")
  private @Nullable Path estate;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description =
          "The environment it is about; when absent, the change's or production, and for test-run"
              + " and deployment the one before it.")
  private @Nullable String environment;

  @Mixin private final AtOption at = new AtOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Where the file goes; must not exist. To standard output when absent.")
  private @Nullable Path out;

  /** Runs with these streams. */
  public EvidenceNewCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (change != null && estate == null && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "--change needs --estate: the folder of the estate it is meant for");
    }
    PredicateKind known = EvidenceKindWord.kind(kind);
    Instant when = at.or(invocation.clock());
    var request = new DraftEvidence.Request(known, change, estate, environment);
    DraftEvidence draft = new DraftEvidence();
    if (out == null) {
      invocation.out().writer().write(draft.text(request, when));
    } else {
      draft.write(request, when, out);
      invocation.out().line(out.toString());
      invocation
          .err()
          .line("Fill it in, then sign it: " + invocation.program() + " evidence sign --help");
    }
    return ExitCode.GOOD;
  }
}
