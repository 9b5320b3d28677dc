package dev.interlock.cli.evidence;

import dev.interlock.cli.options.ChangeArgument;
import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.options.SigningOptions;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.usecases.ApproveChange;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code approve}: a person agrees to a change, or refuses it. */
@Command(
    name = "approve",
    sortOptions = false,
    description = {
      "Answers a change as a person: approves exactly this version, or refuses it.",
      "",
      "The answer names the digest of the change and its manifests: an edited change needs new"
          + " answers."
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
      "      --reject --comment stock-count%n"
    })
public final class ApproveCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final ChangeArgument change = new ChangeArgument();

  @Mixin private final EstateOption estate = new EstateOption();

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

  @Mixin private final SigningOptions signing = new SigningOptions();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "When the answer was given, such as 2026-11-22T09:00:00Z; now when absent.")
  private @Nullable Instant at;

  /** Runs with these streams. */
  public ApproveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Answer answer = reject ? Answer.REJECT : Answer.APPROVE;
    var answered = new ApproveChange.Answered(person, role, plant, answer, comment);
    var request =
        new ApproveChange.Request(change.file(), estate.folder(), signing.key(), signing.out());
    Instant when = at == null ? invocation.clock().instant() : at;
    var signed = new ApproveChange().run(request, answered, when);
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
    return says.change() + " (" + says.changeDigest() + "): " + signing.out();
  }

  private void line(String text) {
    invocation.out().line(Prose.safe(text));
  }
}
