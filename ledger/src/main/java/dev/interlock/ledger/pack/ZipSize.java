package dev.interlock.ledger.pack;

import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * How large a ZIP is that holds its files and nothing else. Programs that read ZIPs pass over bytes
 * around the files without a word, so a larger one carries something that nobody has looked at.
 */
final class ZipSize {

  private static final int LOCAL_HEADER = 30;
  private static final int DIRECTORY_HEADER = 46;
  private static final int END = 22;

  /** The second end of a ZIP that is too large for the first, and what leads to it. */
  private static final int LARGE_END = 56 + 20;

  private static final int MANY = 0xFFFF;
  private static final long FAR = 0xFFFF_FFFFL;

  private long files;
  private long directory;
  private int count;

  /** Counts a file in, as it is described before its content and in the directory at the end. */
  void add(ZipEntry local, ZipEntry listed) {
    long name = local.getName().getBytes(StandardCharsets.UTF_8).length;
    files += LOCAL_HEADER + name + length(local.getExtra()) + listed.getSize();
    directory += DIRECTORY_HEADER + name + length(listed.getExtra());
    count++;
  }

  /** True when nothing else can be in that many bytes; comments are something else. */
  boolean fits(long bytes) {
    boolean large = count >= MANY || files >= FAR;
    return bytes == files + directory + END + (large ? LARGE_END : 0);
  }

  private static int length(byte @Nullable [] extra) {
    return extra == null ? 0 : extra.length;
  }
}
