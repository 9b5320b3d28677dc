package dev.interlock.recovery.catalogue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A data directory that Barman brought back, as it was copied. */
final class BarmanCopy {

  private static final String ORIGIN = ".origin";
  private static final String MANIFEST = "backup_manifest";

  private BarmanCopy() {}

  /** Takes back what Barman changes in the copy, so that it can be compared with its manifest. */
  static void undo(Path data, String label) throws IOException {
    Files.deleteIfExists(data.resolve(".barman-recover.info"));
    try (DirectoryStream<Path> changed = Files.newDirectoryStream(data, "*" + ORIGIN)) {
      for (Path origin : changed) {
        String name = name(origin);
        replace(origin, data.resolve(name.substring(0, name.length() - ORIGIN.length())));
      }
    }
    Path manifest = data.resolve(MANIFEST + "." + label);
    if (Files.exists(manifest)) {
      replace(manifest, data.resolve(MANIFEST));
    }
  }

  private static String name(Path file) {
    @Nullable Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  private static void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
