package dev.interlock.cli.evidence;

import dev.interlock.cli.options.ChangeArgument;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.usecases.ApproveChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code approve}: a person agrees to a change, or refuses it. */
@Command(
    name = "approve",
    sortOptions = false,
    description = {
      "Answers a change as a person: approves exactly this version, or refuses it.",
      "",
      "The answer names the digest of the change and its manifests: an edited change needs new"
          + " answers.",
      "",
      "With --server the answer is signed here and filed there. A token speaks for a program and"
          + " never for a person: who has no key answers in the console."
    },
    footer = {
      "",
      "Exit code 1 when it is signed but the estate will not count it; it says why.",
      "",
      "Examples:",
      "  interlock approve change.yaml --estate estate/ --person release-manager \\",
      "      --role release-manager --key rm.key --out evidence/rm.json",
      "  interlock approve change.yaml --estate estate/ --person pm-north \\",
      "      --role plant-manager --plant north --key pm.key --out evidence/pm.json \\",
      "      --reject --comment stock-count",
      "  interlock approve change.yaml --server https://interlock.example.com \\",
      "      --person release-manager --role release-manager --key rm.key%n"
    })
public final class ApproveCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final ChangeArgument change = new ChangeArgument();

  @Option(
      names = "--estate",
      paramLabel = "DIR",
      description = "The estate: a folder of YAML files. Needed without --server.")
  private @Nullable Path estate;

  @Option(
      names = "--person",
      paramLabel = "NAME",
      required = true,
      description = "Who answers: a Person of the estate.")
  private String person = "";

  @Option(names = "--role", paramLabel = "NAME", required = true, description = "In which Role.")
  private String role = "";

  @Option(names = "--plant", paramLabel = "NAME", description = "For which plant.")
  private @Nullable String plant;

  @Option(names = "--reject", description = "Refuses instead of approving.")
  private boolean reject;

  @Option(names = "--comment", paramLabel = "TEXT", description = "In the person's own words.")
  private @Nullable String comment;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      converter = InputFile.class,
      description = "The private key to sign with.")
  private Path key = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Where the signed evidence goes; must not exist. Needed without --server.")
  private @Nullable Path out;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "When the answer was given, such as 2026-11-22T09:00:00Z; now when absent.")
  private @Nullable Instant at;

  @Mixin private final ServerOption server = new ServerOption();

  @Spec private @Nullable CommandSpec spec;

  /** Runs with these streams. */
  public ApproveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Answer answer = reject ? Answer.REJECT : Answer.APPROVE;
    var answered = new ApproveChange.Answered(person, role, plant, answer, comment);
    Instant when = at == null ? invocation.clock().instant() : at;
    if (server.named()) {
      return remote(answered, when);
    }
    if (estate == null || out == null) {
      throw usage("expected --estate DIR and --out FILE, or --server URL");
    }
    var request = new ApproveChange.Request(change.file(), estate, key, out);
    return report(new ApproveChange().run(request, answered, when));
  }

  private int remote(ApproveChange.Answered answered, Instant when) throws IOException {
    if (estate != null) {
      throw usage("--server judges by its own estate: leave --estate out");
    }
    var answering = new RemoteEvidence.Answering(change.file(), answered, key, out, when);
    return RemoteEvidence.answer(answering, server, invocation) ? ExitCode.GOOD : ExitCode.NO;
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private int report(ApproveChange.Signed signed) {
    String complaint = signed.complaint();
    if (complaint == null) {
      line((reject ? "Refused " : "Approved ") + version(signed));
      return ExitCode.GOOD;
    }
    line("Signed, but it will not count, because " + complaint);
    line((reject ? "  refusal of " : "  approval of ") + version(signed));
    return ExitCode.NO;
  }

  private String version(ApproveChange.Signed signed) {
    var says = signed.approval();
    return says.change() + " (" + says.changeDigest() + "): " + out;
  }

  private void line(String text) {
    invocation.out().line(Prose.safe(text));
  }
}
