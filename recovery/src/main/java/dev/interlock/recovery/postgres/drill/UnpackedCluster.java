package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.postgres.physical.ControlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A data directory out of its copy, for its owner alone. */
record UnpackedCluster(Path data) {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** Requires that it is whole and of that server. */
  void unpack(InputStream copy, String system) throws IOException {
    Files.createDirectory(data, OWNER_ONLY);
    ZipInputStream zip = new ZipInputStream(copy);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      unpack(entry, zip);
    }
    if (!Files.exists(data.resolve("backup_label"))) {
      throw new IOException("it has no backup_label, which is written last: its end is missing");
    }
    String found = ControlFile.in(data).name();
    if (!found.equals(system)) {
      throw new IOException("it is of the server " + found + " instead of " + system);
    }
  }

  private void unpack(ZipEntry entry, ZipInputStream zip) throws IOException {
    Path path = data.resolve(entry.getName()).normalize();
    if (!path.startsWith(data)) {
      throw new IOException(entry.getName() + " lies outside of it");
    }
    if (entry.isDirectory()) {
      Files.createDirectory(path, OWNER_ONLY);
    } else {
      Files.copy(zip, path);
    }
  }
}
