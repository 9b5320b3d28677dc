package dev.interlock.cli.ledger;

import dev.interlock.cli.drill.DrillPackReport;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.Progress;
import dev.interlock.ledger.PackVerification;
import dev.interlock.ledger.Verification;
import dev.interlock.usecases.ActionCode;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.VerifyDecisionPack;
import dev.interlock.usecases.VerifyDrillPack;
import dev.interlock.usecases.VerifyLedger;
import dev.interlock.usecases.VerifyPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger verify}: does everything in it hold? */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Verifies a ledger or an evidence pack from its file and public keys alone.",
      "",
      "Checks every entry and every checkpoint and names the first entry that does not hold."
          + " Of a pack, it checks that its entries are in the ledger and what its files are"
          + " proven by.",
      "",
      "Of a decision's pack (gate --pack), it checks who signed the decision and compares the"
          + " files with it: the change and its manifests, the estate, the evidence and the"
          + " instant must be those that it names by their digests. A file that the decision does"
          + " not name, and one that is missing, do not hold. That the decision follows from the"
          + " files is what gate --replay checks.",
      "",
      "Of a drill's pack it tells who signed it, what was proven and which objectives were kept.",
      "",
      "With --server it fetches the latest checkpoint of the server's ledger and verifies here that"
          + " a key of yours signed it, and with --since that nothing older was changed or taken"
          + " away. The key is yours to get another way than from that server."
    },
    footer = {
      "",
      "Exit code 1 when something does not hold, also when entries or torn bytes at the end",
      "are covered by no checkpoint: for those nobody vouches.",
      "",
      "Examples:",
      "  interlock ledger verify estate.ledger --key ledger.pub",
      "  interlock ledger verify estate.ledger --key ledger.pub --since kept.txt",
      "  interlock ledger verify --server https://interlock.example.com \\",
      "      --key server.pub --since kept.txt --keep newer.txt",
      "  interlock ledger verify evidence.zip --key ledger.pub",
      "  interlock ledger verify decision.zip --key gate.key.pub%n"
    })
public final class LedgerVerifyCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      converter = InputFile.class,
      description = "The ledger or pack; none with --server.")
  private @Nullable Path named;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      converter = InputFile.class,
      required = true,
      description = "Public key that signs its checkpoints. May be repeated.")
  private List<Path> keys = List.of();

  @Option(
      names = "--since",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "A checkpoint kept from earlier: proves that nothing was rolled back since.")
  private @Nullable Path since;

  @Mixin private final ServerOption server = new ServerOption();

  @Option(
      names = "--keep",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "With --server: keeps the checkpoint for --since; must not exist.")
  private @Nullable Path keep;

  @Mixin private final FormatOption format = new FormatOption();

  @Spec private @Nullable CommandSpec spec;

  /** Runs with these streams. */
  public LedgerVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if ((named == null) != server.named()) {
      throw usage("expected FILE or --server URL");
    }
    if (named == null) {
      var question = new RemoteLedger.Question(keys, since, keep);
      return RemoteLedger.verify(question, server, format, invocation)
          ? ExitCode.GOOD
          : ExitCode.NO;
    }
    if (keep != null) {
      throw usage("--keep belongs to --server URL");
    }
    return VerifyPack.looksLikePack(named) ? verifyPack(named) : verifyLedger(named);
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private int verifyLedger(Path file) throws IOException {
    long size = Files.isRegularFile(file) ? Files.size(file) : 0;
    Verification result;
    try (Progress progress = new Progress(invocation, "verifying", size)) {
      var request = new VerifyLedger.Request(file, keys, since);
      result = new VerifyLedger().run(request, progress::done);
    }
    var out = invocation.out().writer();
    format.choose(
        () -> VerificationReport.text(result, since != null, out),
        () -> VerificationReport.json(result, out));
    return result.holds() ? ExitCode.GOOD : ExitCode.NO;
  }

  private int verifyDecision(Path file) {
    VerifyDecisionPack.Found found = new VerifyDecisionPack().run(file, keys);
    String replay = invocation.program() + " gate --replay " + file;
    var out = invocation.out().writer();
    format.choose(
        () -> DecisionPackReport.text(found, replay, out),
        () -> DecisionPackReport.json(found, out));
    return found.holds() ? ExitCode.GOOD : ExitCode.NO;
  }

  private int verifyDrill(Path file) {
    VerifyDrillPack.Found found = new VerifyDrillPack().run(file, keys);
    var out = invocation.out().writer();
    format.choose(() -> DrillPackReport.text(found, out), () -> DrillPackReport.json(found, out));
    return found.holds() ? ExitCode.GOOD : ExitCode.NO;
  }

  private int verifyPack(Path file) {
    if (since != null) {
      throw new InputRejected(
          ActionCode.NOT_COMPARABLE.code(),
          file.toString(),
          "a pack cannot be compared with a checkpoint",
          null);
    }
    if (VerifyDecisionPack.recognises(file)) {
      return verifyDecision(file);
    }
    if (VerifyDrillPack.recognises(file)) {
      return verifyDrill(file);
    }
    PackVerification result = new VerifyPack().run(file, keys);
    var out = invocation.out().writer();
    format.choose(() -> PackReport.text(result, out), () -> PackReport.json(result, out));
    return result.holds() ? ExitCode.GOOD : ExitCode.NO;
  }
}
