package dev.interlock.guardrails.pack;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.ControlLoader;
import dev.interlock.guardrails.Guardrail;
import dev.interlock.guardrails.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compiles the shipped controls while Interlock is built, because parsing and checking them at
 * every start would take longer than everything else that {@code check} does.
 */
public final class CompilePack {

  private CompilePack() {}

  /**
   * Compiles.
   *
   * @param args the folder of controls, and the file to write
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path target = Path.of(args[1]);
    ControlLoader.Loaded loaded = ControlLoader.load(List.of(folder));
    if (!loaded.diagnostics().isEmpty()) {
      throw new IllegalStateException(
          loaded.diagnostics().stream()
              .map(Diagnostic::render)
              .collect(Collectors.joining("\n", "shipped controls are wrong:\n", "")));
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(target)) {
      PackFile.write(out, loaded.controls().stream().map(g -> shipped(g, folder)).toList());
    }
  }

  private static Guardrail shipped(Guardrail guardrail, Path folder) {
    Path file = folder.relativize(Path.of(guardrail.source().file()));
    if (!file.equals(Path.of(guardrail.name(), "control.yaml"))) {
      throw new IllegalStateException(guardrail.name() + " does not live in a folder of its name");
    }
    SourceRef source =
        new SourceRef(
            "shipped/" + guardrail.name() + "/control.yaml", guardrail.source().line(), 1);
    return new Guardrail(
        guardrail.name(), guardrail.control(), Origin.SHIPPED, source, guardrail.compiled());
  }
}
