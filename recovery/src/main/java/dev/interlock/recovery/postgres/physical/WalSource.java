package dev.interlock.recovery.postgres.physical;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Whose log it is, told by a file of it.
 *
 * @param system number of the server's data
 * @param segmentBytes how large all its files are
 */
public record WalSource(String system, long segmentBytes) {

  /**
   * Reads the beginning of a file.
   *
   * @throws IOException when it can't be read, or is no file of a log
   */
  public static WalSource of(Path file) throws IOException {
    byte[] head = head(file);
    WalPage page = head.length < WalPage.LONG_HEAD ? null : WalPage.of(head);
    if (page == null || !page.isWritten() || !page.isLong()) {
      throw new IOException(file.getFileName() + " does not begin as a file of the log does");
    }
    return new WalSource(Long.toUnsignedString(page.system()), page.segmentBytes());
  }

  /**
   * Requires that a file is what its name says, of this server and of full length.
   *
   * @throws IOException when it is not
   */
  public void require(Path file) throws IOException {
    String name = file.getFileName().toString();
    WalSegment segment =
        WalSegment.named(name, segmentBytes)
            .orElseThrow(() -> new IOException(name + " is no name of a file of the log"));
    try {
      WalScan.first(segment, system, head(file));
    } catch (WalScan.Damaged e) {
      throw new IOException(name + " " + e.getMessage(), e);
    }
    long bytes = Files.size(file);
    if (bytes != segmentBytes) {
      throw new IOException(name + " has " + bytes + " bytes instead of " + segmentBytes);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(WalPage.LONG_HEAD);
    }
  }
}
