package dev.interlock.estate;

import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A directory that a test fills with files and loads. */
final class EstateFolder {

  private final Path directory;

  EstateFolder(Path directory) {
    this.directory = directory;
  }

  EstateFolder with(String file, String text) {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  EstateFolder with(String file, byte[] bytes) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.resolveSibling("."));
      Files.write(path, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LoadedEstate load() {
    return new EstateLoader().load(directory);
  }

  /** All diagnostics as a user sees them, the directory left out. */
  List<String> complaints() {
    return rendered(load(), directory);
  }

  /** The codes of all diagnostics, in order. */
  List<String> codes() {
    return load().diagnostics().stream().map(Diagnostic::code).toList();
  }

  static List<String> rendered(LoadedEstate loaded, Path directory) {
    String prefix = directory.toString();
    return loaded.diagnostics().stream()
        .map(diagnostic -> diagnostic.render().replace(prefix + "/", "").replace(prefix, "."))
        .toList();
  }

  /** A document of any kind. */
  static String document(String kind, String name, String spec) {
    return """
    apiVersion: interlock.dev/v1
    kind: %s
    metadata:
      name: %s
    spec:
    %s
    ---
    """
        .formatted(kind, name, spec.indent(2).stripTrailing());
  }
}
