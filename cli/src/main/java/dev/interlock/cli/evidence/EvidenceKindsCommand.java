package dev.interlock.cli.evidence;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ListEvidenceKinds;
import dev.interlock.usecases.ListEvidenceKinds.EvidenceKind;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.core.JsonGenerator;

/** {@code evidence kinds}: what can be stated, who reads it, how it is made. */
@Command(
    name = "kinds",
    sortOptions = false,
    description = "Lists the kinds of evidence: what each states, which contacts read it.",
    footer = {"", "Examples:", "  interlock evidence kinds%n"})
public final class EvidenceKindsCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private final FormatOption format = new FormatOption();

  /** Runs with these streams. */
  public EvidenceKindsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<EvidenceKind> kinds = new ListEvidenceKinds().run();
    format.choose(
        () -> kinds.forEach(this::text),
        () -> JsonText.write(invocation.out().writer(), json -> json(kinds, json)));
    return ExitCode.GOOD;
  }

  private void json(List<EvidenceKind> kinds, JsonGenerator json) {
    json.writeStartArray();
    for (EvidenceKind kind : kinds) {
      json.writeStartObject();
      json.writeStringProperty("kind", kind.kind().word());
      json.writeStringProperty("typeUri", kind.kind().typeUri());
      json.writeStringProperty("states", kind.states());
      json.writeArrayPropertyStart("contacts");
      kind.contacts().forEach(json::writeString);
      json.writeEndArray();
      json.writeStringProperty("made", invocation.program() + " " + kind.made());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void text(EvidenceKind kind) {
    String readers = String.join(", ", kind.contacts());
    invocation.out().line(kind.kind().word() + ": " + kind.states());
    invocation.out().line("  read by  " + (readers.isEmpty() ? "no contact; people" : readers));
    invocation.out().line("  made by  " + invocation.program() + " " + kind.made());
  }
}
