package dev.interlock.estate.loading;

import java.util.Map;
import java.util.SortedMap;

/** One digest for all files an estate rests on. */
public final class DirectoryDigest {

  private DirectoryDigest() {}

  /** {@code sha256:} and the SHA-256 over the list. */
  public static String of(SortedMap<String, String> files) {
    return "sha256:" + FileHash.of(list(files));
  }

  /**
   * One line {@code <sha256 in hex> <path>} for each file, sorted by path: what {@code sha256sum}
   * prints, so that anyone can make it again.
   */
  public static String list(SortedMap<String, String> files) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> file : files.entrySet()) {
      lines.append(file.getValue()).append("  ").append(file.getKey()).append('\n');
    }
    return lines.toString();
  }
}
