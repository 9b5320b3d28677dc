package dev.interlock.ledger;

import dev.interlock.ledger.file.Directories;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Files that appear whole or not at all, also after a crash or on a full disk: they are written
 * under another name, made durable, and then given theirs.
 */
public final class WholeFile {

  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private WholeFile() {}

  /** Puts the content into the file. */
  @FunctionalInterface
  public interface Filling {

    /** Writes everything to the channel, which stays open. */
    void into(FileChannel channel) throws IOException;
  }

  /**
   * Writes the content.
   *
   * @param move how the name is given; without an option a file that exists is not replaced
   * @throws java.nio.file.FileAlreadyExistsException when there is one and it may not be replaced
   */
  public static void write(Path target, byte[] content, CopyOption... move) throws IOException {
    write(
        target,
        channel -> {
          ByteBuffer bytes = ByteBuffer.wrap(content);
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        },
        move);
  }

  /** The same for content that comes piece by piece. */
  public static void write(Path target, Filling content, CopyOption... move) throws IOException {
    Path whole = target.toAbsolutePath();
    Path draft = whole.resolveSibling("." + whole.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      try (FileChannel channel = FileChannel.open(draft, NEW)) {
        content.into(channel);
        channel.force(true);
      }
      Files.move(draft, whole, move);
    } finally {
      Files.deleteIfExists(draft);
    }
    Directories.sync(whole);
  }
}
