package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.recovery.store.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The copy of a server as somebody leaves it who has the key that signs, and changes it. */
record ChangedCopy(Path zip) {

  /** Changes what one file holds; null removes it. */
  void change(String name, Function<byte[], byte @Nullable []> change) throws IOException {
    change(Map.of(name, change));
  }

  /** Changes what several files hold. */
  void change(Map<String, Function<byte[], byte @Nullable []>> changes) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (ZipInputStream from =
            new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)));
        ZipOutputStream changed = new ZipOutputStream(to)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        byte[] content = from.readAllBytes();
        byte[] now = changes.getOrDefault(entry.getName(), it -> it).apply(content);
        if (now != null) {
          changed.putNextEntry(new ZipEntry(entry.getName()));
          changed.write(now);
          changed.closeEntry();
        }
      }
    }
    new ChangedFile(zip).write(to.toByteArray());
  }

  /** The parts of its backup as the manifest should name them now. */
  private List<Part> parts(Backup backup) throws IOException {
    Sha256 digest = new Sha256();
    long bytes = digest.updateAll(new ByteArrayInputStream(Files.readAllBytes(zip)));
    return backup.parts().stream()
        .map(it ->
            it.name().endsWith(TakeBaseBackup.COPY)
                ? new Part(it.name(), bytes, digest.text())
                : it)
        .toList();
  }

  /** As whoever has the key would sign it. */
  Backup resigned(Backup backup) throws IOException {
    return new ChangedManifest(backup).with(backup.log(), parts(backup));
  }
}
