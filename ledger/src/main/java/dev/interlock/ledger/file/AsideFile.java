package dev.interlock.ledger.file;

import dev.interlock.ledger.crypto.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A durable copy of a file's end, beside it. */
final class AsideFile {

  private static final int BUFFER = 1 << 16;
  private static final int SHOWN = 4;

  private AsideFile() {}

  /**
   * Copies. The content is part of the name: a second crash in the same place overwrites nothing.
   *
   * @param kind what it is, for the name
   */
  static Path copy(Path file, long from, long length, String kind) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".aside.new");
    String digest = HexFormat.of().formatHex(write(draft, file, from, length), 0, SHOWN);
    String name = file.getFileName() + "." + kind + "-" + from + "-" + digest;
    Path target = file.resolveSibling(name);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(target);
    return target;
  }

  private static byte[] write(Path draft, Path file, long from, long length) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r");
        FileChannel out =
            FileChannel.open(
                draft,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      in.seek(from);
      for (long left = length; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
        if (read < 0) {
          throw new EOFException("the file became shorter while it was read");
        }
        digest.update(buffer, 0, read);
        write(out, ByteBuffer.wrap(buffer, 0, read));
        left -= read;
      }
      out.force(true);
    }
    return digest.digest();
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
