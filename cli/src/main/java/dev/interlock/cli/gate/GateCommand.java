package dev.interlock.cli.gate;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.DurationConverter;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.Version;
import dev.interlock.finding.Fault;
import dev.interlock.usecases.DecideChange;
import dev.interlock.usecases.DecidedChange;
import dev.interlock.usecases.ReplayDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

/** {@code gate}: may this change go, and if not, when, and why? */
@Command(
    name = "gate",
    sortOptions = false,
    description = {
      "Decides whether a change may go now, and if not, when, and why.",
      "",
      "All contacts are in series: rules, window, approvals, segregation, way back, promotion,"
          + " incidents, money. Any open or unknown contact means stop, any pending one wait."
    },
    footer = {
      "",
      "Evidence counts only when signed by a key that the estate trusts for it.",
      "Exit code 0 for go, 1 for wait and stop.",
      "",
      "With --record the signed decision is appended to a ledger. --pack writes one ZIP",
      "with everything the decision was derived from; --replay derives it again from",
      "that ZIP alone and says whether it is the same (exit code 1 when it is not).",
      "",
      "With --server a running server decides and records: it gets the change with its",
      "manifests when it lacks exactly this version, and nothing when it has it already.",
      "--wait waits for a decision that is wait to turn.",
      "",
      "Examples:",
      "  interlock gate change.yaml --estate estate/ --evidence evidence/",
      "  interlock gate change.yaml --estate estate/ --at 2026-11-22T09:00:00Z",
      "  interlock gate change.yaml --estate estate/ \\",
      "      --record estate.ledger --key gate.key",
      "  interlock gate change.yaml --estate estate/ --pack decision.zip",
      "  interlock gate change.yaml --server https://interlock.example.com --wait PT30M",
      "  interlock gate --replay decision.zip",
      "  interlock gate --replay decision.zip --estate estate/%n"
    })
public final class GateCommand implements Callable<Integer> {

  /** No pipeline stays longer. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Invocation invocation;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "CHANGE",
      arity = "0..1",
      converter = InputFile.class,
      description = "The change: a YAML file of kind Change.")
  private @Nullable Path change;

  @Option(names = "--estate", paramLabel = "DIR", description = "The estate it is meant for.")
  private @Nullable Path estate;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description = "Signed evidence: .json, .dsse, .intoto and .jsonl files.")
  private @Nullable Path evidence;

  @Mixin private final AtOption at = new AtOption();

  @Mixin private final FormatOption format = new FormatOption();

  @Mixin private final KeepOptions keeping = new KeepOptions();

  @Mixin private final ReplayOptions replay = new ReplayOptions();

  @Mixin private final ServerOption server = new ServerOption();

  @Option(
      names = "--wait",
      paramLabel = "LENGTH",
      converter = DurationConverter.class,
      description = "With --server: waits so long for a decision that is wait, such as PT30M.")
  private @Nullable Duration wait;

  /** Runs with these streams. */
  public GateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (server.named()) {
      return remote();
    }
    if (wait != null) {
      throw usage("--wait belongs to --server URL");
    }
    Path pack = replay.pack();
    if (pack != null) {
      return replay(pack);
    }
    if (replay.estateDigest() != null) {
      throw usage("--estate-digest belongs to --replay PACK");
    }
    if (change == null || estate == null) {
      throw usage("expected CHANGE and --estate DIR or --server URL, or --replay PACK");
    }
    keeping.check(this::usage);
    var request = new DecideChange.Request(change, estate, evidence);
    AsOf when = at.asOf(invocation.clock());
    DecidedChange decided = new DecideChange(Version.number()).run(request, when);
    decided.warnings().forEach(invocation.err()::problem);
    try {
      keeping.keep(request, decided, invocation);
    } catch (Fault e) {
      invocation.err().line("The decision below is not recorded");
      print(request, decided);
      throw e;
    }
    print(request, decided);
    return decided.decision().outcome() == Outcome.GO ? ExitCode.GOOD : ExitCode.NO;
  }

  private void print(DecideChange.Request request, DecidedChange decided) {
    var out = invocation.out().writer();
    format.choose(
        () -> GateText.write(view(request, decided), out),
        () -> GateJson.write(decided.decision(), out));
  }

  private int remote() throws IOException {
    boolean here = estate != null || evidence != null || at.named() || keeping.signs();
    if (change == null || here || replay.asked()) {
      throw usage(
          "--server decides with its own estate and evidence, now: expected CHANGE beside it, and"
              + " perhaps --wait, --pack and --format");
    }
    Duration patience = wait == null ? Duration.ZERO : wait;
    if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
      throw usage("--wait can't be below zero or above " + LONGEST);
    }
    return RemoteGate.run(
        new RemoteGate.Question(change, patience, keeping.pack()), server, format, invocation);
  }

  private int replay(Path pack) throws IOException {
    if (change != null || evidence != null || at.named() || keeping.asked()) {
      throw usage("--replay takes change and evidence from the pack: leave the rest out");
    }
    var request = new ReplayDecision.Request(pack, estate, replay.estateDigest());
    ReplayDecision.Replay replayed = new ReplayDecision(Version.number()).run(request);
    var out = invocation.out().writer();
    format.choose(() -> ReplayReport.text(replayed, out), () -> ReplayReport.json(replayed, out));
    return replayed.same() ? ExitCode.GOOD : ExitCode.NO;
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private GateView view(DecideChange.Request request, DecidedChange decided) {
    var asked = decided.request().change();
    String name = decided.request().name();
    return new GateView(
        name,
        asked.title(),
        asked.environment(),
        decided.decision(),
        PlantZones.of(decided.estate(), asked.environment()),
        decided.missing(),
        new ApproveLines(
            invocation.program(), request.change(), name, request.estate(), request.evidence()),
        invocation.terminal());
  }
}
