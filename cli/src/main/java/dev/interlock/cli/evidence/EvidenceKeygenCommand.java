package dev.interlock.cli.evidence;

import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.usecases.GenerateKey;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evidence keygen}: a key pair and the document by which the estate trusts it. */
@Command(
    name = "keygen",
    sortOptions = false,
    description = {
      "Makes an Ed25519 key pair.",
      "",
      "The private key goes to FILE, readable by you alone, the public one to FILE.pub. Printed is"
          + " the TrustedKey document; append it to a file of the estate. Whoever reviews that"
          + " change decides what the key may vouch for."
    },
    footer = {
      "",
      "Examples:",
      "  interlock evidence keygen --out keys/release.key --name release-key \\",
      "      --person release-manager --predicates approval >> estate/keys.yaml",
      "  interlock evidence keygen --out keys/pipeline.key --name pipeline \\",
      "      --system pipeline --predicates test-run,deployment >> estate/keys.yaml%n"
    })
public final class EvidenceKeygenCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = OutputFile.class,
      required = true,
      description = "Where the private key goes; must not exist.")
  private Path out = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "Name of the TrustedKey.")
  private String name = "";

  @Option(
      names = "--person",
      paramLabel = "NAME",
      description = "Person of the estate who holds it.")
  private @Nullable String person;

  @Option(names = "--system", paramLabel = "NAME", description = "System that holds it.")
  private @Nullable String system;

  @Option(
      names = "--predicates",
      paramLabel = "KIND",
      split = ",",
      required = true,
      description = "Kinds of evidence it is to vouch for.")
  private List<String> predicates = List.of();

  /** Runs with these streams. */
  public EvidenceKeygenCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    predicates.forEach(EvidenceKindWord::kind);
    VerificationKey key = new GenerateKey().run(out);
    var results = invocation.out();
    // A document of its own, so that several can be appended to one file.
    results.line("---");
    results.line("apiVersion: interlock.dev/v1");
    results.line("kind: TrustedKey");
    results.line("metadata:");
    results.line("  name: " + name);
    results.line("spec:");
    results.line("  publicKey: " + key.toBase64());
    if (person != null) {
      results.line("  persons: [" + person + "]");
    }
    if (system != null) {
      results.line("  system: " + system);
    }
    results.line("  predicates: [" + String.join(", ", predicates) + "]");
    invocation.err().line("Wrote " + out + " (keep it secret) and " + GenerateKey.publicFile(out));
    return ExitCode.GOOD;
  }
}
