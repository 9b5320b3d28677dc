package dev.interlock.recovery.filestore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Compares files with their names, one after the other; for one thread. */
final class HashedFile {

  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final MessageDigest digest = Sha1.digest();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 17);

  Optional<FileProblem> check(SourceFile source) {
    Optional<FileProblem> seen = source.look();
    if (seen.isPresent()) {
      return seen;
    }
    try (FileChannel channel = FileChannel.open(source.path(), READ)) {
      return compare(source.file(), channel);
    } catch (IOException e) {
      return Optional.of(source.problem(e));
    }
  }

  private Optional<FileProblem> compare(AttachmentFile file, FileChannel channel)
      throws IOException {
    digest.reset();
    long bytes = 0;
    while (channel.read(buffer.clear()) >= 0) {
      bytes += buffer.flip().remaining();
      digest.update(buffer);
    }
    if (bytes != file.bytes()) {
      return Optional.of(FileProblem.size(file, bytes));
    }
    String sha1 = HexFormat.of().formatHex(digest.digest());
    return sha1.equals(file.sha1())
        ? Optional.empty()
        : Optional.of(FileProblem.content(file, sha1));
  }
}
