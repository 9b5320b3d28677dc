package dev.interlock.facts;

import dev.interlock.facts.reading.Problem;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Files that people name in the place of what a tool makes of them. */
public final class UnmadeFile {

  /** What a packed file begins with; Terraform keeps its plans in one. */
  private static final String PACKED = "PK\u0003\u0004";

  private UnmadeFile() {}

  /**
   * What must be done first.
   *
   * @param name of the file in messages
   * @return empty when nothing need be
   */
  public static Optional<Diagnostic> problem(Path path, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".bicep")) {
      return told(name, "Bicep is read when it is compiled", "bicep build " + name);
    }
    if (lower.endsWith(".bicepparam")) {
      return told(name, "Bicep is read when it is compiled", "bicep build-params " + name);
    }
    if (lower.endsWith(".tf") || lower.endsWith(".tofu")) {
      return told(
          name,
          "Terraform is read when it is planned",
          "terraform plan -out p && terraform show -json p > plan.json");
    }
    return isPacked(path)
        ? told(
            name,
            "this is packed, as plans are that Terraform keeps",
            "terraform show -json " + name + " > plan.json")
        : Optional.empty();
  }

  private static Optional<Diagnostic> told(String name, String message, String hint) {
    return Optional.of(Problem.UNMADE.at(SourceRef.file(name), message).withHint(hint));
  }

  private static boolean isPacked(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream file = Files.newInputStream(path)) {
      byte[] first = file.readNBytes(PACKED.length());
      return new String(first, StandardCharsets.ISO_8859_1).equals(PACKED);
    } catch (IOException _) {
      return false; // whoever reads it will say so
    }
  }
}
