package dev.interlock.ledger.file;

import dev.interlock.ledger.append.Signer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that appear whole or not at all, also after a crash. */
final class NewFile {

  private NewFile() {}

  /** Creates an empty ledger: its header and a checkpoint over nothing. */
  static void ledger(Path file, Signer signer) throws IOException {
    byte[] header = Format.header(signer.origin());
    byte[] note = signer.first().note().getBytes(StandardCharsets.UTF_8);
    byte[] content = new byte[header.length + Format.PREFIX + note.length];
    Format.put(ByteBuffer.wrap(content).put(header), 0, Format.CHECKPOINT, Format.NO_SEAL, note);
    write(file, content);
  }

  /** Writes a file under another name, makes it durable, and gives it its name. */
  static void write(Path file, byte[] content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(file);
  }
}
