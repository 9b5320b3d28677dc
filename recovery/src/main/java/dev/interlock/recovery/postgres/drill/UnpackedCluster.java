package dev.interlock.recovery.postgres.drill;

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

  void unpack(InputStream copy) throws IOException {
    Files.createDirectory(data, OWNER_ONLY);
    ZipInputStream zip = new ZipInputStream(copy);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      unpack(entry, zip);
    }
    if (!Files.exists(data.resolve("backup_label"))) {
      throw new IOException("its end is missing");
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
