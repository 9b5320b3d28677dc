package dev.interlock.recovery.log;

import dev.interlock.evidence.Backup.Part;
import dev.interlock.recovery.StoredObject;
import dev.interlock.recovery.backup.TargetStore;
import dev.interlock.recovery.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that a server archives and its place in a store, where it may lie already.
 *
 * @param object its whole name in the store
 */
public record ShippedFile(ArchivedFile file, TargetStore target, String object) {

  private static final int BLOCK = 1 << 16;

  /**
   * Requires that the store holds the same.
   *
   * @throws IOException when it does not, or can't be read
   */
  public void requireSame() throws IOException {
    try (InputStream in = target.sealed().open(object);
        InputStream here = here()) {
      byte[] block = in.readNBytes(BLOCK);
      while (block.length > 0) {
        if (!Arrays.equals(block, here.readNBytes(block.length))) {
          throw new IOException(
              file.name() + " lies in the store with other content, which is never replaced");
        }
        block = in.readNBytes(BLOCK);
      }
      if (here.read() >= 0) {
        throw new IOException(file.name() + " lies in the store, but is shorter there");
      }
    }
  }

  /**
   * Stores it.
   *
   * @param immutableUntil until when nobody may remove it; null when anybody may
   */
  public Part put(@Nullable Instant immutableUntil) throws IOException {
    try (InputStream in = here()) {
      StoredObject it = target.sealed().put(object, in, immutableUntil);
      return new Part(it.name(), it.bytes(), it.digest());
    }
  }

  private InputStream here() throws IOException {
    return Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
  }

  /** What the store holds of it: whoever stored it was stopped before it was recorded. */
  public Part lying() throws IOException {
    try (InputStream in = target.open().open(object)) {
      Sha256 digest = new Sha256();
      long bytes = digest.updateAll(in);
      return new Part(object, bytes, digest.text());
    }
  }
}
