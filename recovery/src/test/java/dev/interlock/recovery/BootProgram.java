package dev.interlock.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A script that boots the little Odoo, where the user of a drill can run it. */
final class BootProgram {

  private final Path folder;
  final List<String> said = new ArrayList<>();

  /** Copies the program into a folder that everybody may pass through. */
  BootProgram(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    everybody(folder);
    Path classes = Files.createDirectories(folder.resolve("dev/interlock/recovery"));
    for (Path part = classes;
        !part.equals(folder);
        part = Objects.requireNonNull(part.getParent())) {
      everybody(part);
    }
    copy(
        LittleOdoo.class.getResourceAsStream("LittleOdoo.class"),
        classes.resolve("LittleOdoo.class"));
  }

  private static void copy(@org.jspecify.annotations.Nullable InputStream from, Path to)
      throws IOException {
    try (InputStream in = Objects.requireNonNull(from)) {
      Files.copy(in, to);
      everybody(to);
    }
  }

  private static void everybody(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs these lines of the shell, in which {@code $ODOO} stands for the little Odoo. */
  OdooBoot running(String lines, OdooRequest... requests) throws IOException {
    Path script = folder.resolve("boot.sh");
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    Files.writeString(
        script,
        """
        #!/bin/sh
        cd %1$s/
        ODOO="%2$s -XX:TieredStopAtLevel=1 -cp %1$s dev.interlock.recovery.LittleOdoo"
        %3$s
        """
            .formatted(folder, java, lines));
    everybody(script);
    return new OdooBoot(
        script, OdooBoot.HEALTH, Duration.ofSeconds(20), null, List.of(requests), said::addAll);
  }
}
