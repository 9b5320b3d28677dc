package dev.interlock.recovery.store;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.SealingKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A sealing key in a file: what it is, the key, and its fingerprint, so that a file that was
 * damaged is not taken for another key.
 */
public final class KeyFile {

  private static final String TITLE = "interlock sealing key 1";
  private static final int LONGEST = 1000;
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private KeyFile() {}

  /** Writes a key into a new file that only its owner may read. */
  public static void write(Path file, SealingKey key) {
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(key.secret());
    String text = TITLE + "\n" + secret + "\n" + key.fingerprint() + "\n";
    try (FileChannel channel = FileChannel.open(file, NEW, Posix.owner(file, "rw-"))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      Posix.sync(FolderPaths.parent(file.toAbsolutePath()));
    } catch (FileAlreadyExistsException e) {
      throw StoreFaults.refused(file.toString(), "a key", "is never written over what is there");
    } catch (IOException e) {
      throw StoreFaults.store(file.toString(), "write", e);
    }
  }

  /** Reads a key. */
  public static SealingKey read(Path file) {
    List<String> lines = text(file).lines().toList();
    if (lines.size() != 3 || !lines.get(0).equals(TITLE)) {
      throw wrong(file, "this is no sealing key; expected the line \"" + TITLE + "\" and two more");
    }
    SealingKey key = key(file, lines.get(1));
    if (!key.fingerprint().equals(lines.get(2))) {
      throw wrong(file, "the key is not the one of its fingerprint: the file is damaged");
    }
    return key;
  }

  private static SealingKey key(Path file, String secret) {
    try {
      return SealingKey.of(Base64.getUrlDecoder().decode(secret));
    } catch (IllegalArgumentException e) {
      // Neither the text nor the cause is shown: both could hold the key.
      throw wrong(file, "the second line is no key of 32 bytes: the file is damaged");
    }
  }

  private static String text(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw wrong(file, "this is a " + (Files.isDirectory(file) ? "folder" : "device or pipe"));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length == 0 || bytes.length > LONGEST) {
        throw wrong(file, bytes.length == 0 ? "the file is empty" : "this is no sealing key");
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw wrong(file, "there is no such file; expected the sealing key");
    } catch (IOException e) {
      throw wrong(file, StoreFaults.reason(file.toString(), e));
    }
  }

  private static Fault wrong(Path file, String why) {
    return new Fault(RecoveryCode.WRONG_KEY.code(), file + ": cannot read the sealing key: " + why);
  }
}
