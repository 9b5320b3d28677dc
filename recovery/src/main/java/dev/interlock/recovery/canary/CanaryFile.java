package dev.interlock.recovery.canary;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.filestore.Sha1;
import dev.interlock.recovery.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The file of a canary: a line of text that nobody could know before.
 *
 * @param name its path below the folder of files, {@code xx/SHA-1} as Odoo names files
 * @param text what it holds
 */
record CanaryFile(String name, String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;

  /**
   * All 256 folders are met within so many tries, and nearly always the first one that is there.
   */
  private static final int TRIES = 20_000;

  /**
   * A new one that belongs into a folder which is there already: one that we made would belong to
   * another user than Odoo's, who could then write no attachment into it.
   *
   * @throws Fault BACKUP_FAILED when there is no such folder
   */
  static CanaryFile fitting(Path filestore, String environment, Instant now) {
    for (int i = 0; i < TRIES; i++) {
      CanaryFile file = of(environment, now);
      if (Files.isDirectory(file.in(filestore).resolveSibling(""), LinkOption.NOFOLLOW_LINKS)) {
        return file;
      }
    }
    throw new Fault(
        RecoveryCode.BACKUP_FAILED.code(),
        "the canary could not be planted: " + filestore + " holds no folder of Odoo's files yet");
  }

  private static CanaryFile of(String environment, Instant now) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    String text =
        "Canary of %s, planted %s: %s\n"
            .formatted(environment, now, HexFormat.of().formatHex(random));
    String sha1 =
        HexFormat.of().formatHex(Sha1.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    return new CanaryFile(sha1.substring(0, 2) + "/" + sha1, text);
  }

  /** The digest of what it holds, of another kind than its name. */
  String digest() {
    Sha256 sha = new Sha256();
    byte[] bytes = bytes();
    sha.update(bytes, bytes.length);
    return sha.text();
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String sha1() {
    return name.substring(name.indexOf('/') + 1);
  }

  Path in(Path filestore) {
    return filestore.resolve(name);
  }

  /** Writes it, for the user whom its folder belongs to where that can be done. */
  void write(Path filestore) throws IOException {
    Path path = in(filestore);
    Files.write(path, bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    own(path);
  }

  private static void own(Path path) throws IOException {
    FileStore disk = Files.getFileStore(path);
    if (!disk.supportsFileAttributeView(FileOwnerAttributeView.class)) {
      return;
    }
    try {
      Files.setOwner(path, Files.getOwner(path.resolveSibling("")));
    } catch (IOException _) {
      // Only root may give files away; Odoo reads it all the same.
    }
  }
}
