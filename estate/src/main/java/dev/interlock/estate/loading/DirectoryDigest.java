package dev.interlock.estate.loading;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One digest for all files an estate rests on. */
public final class DirectoryDigest {

  private DirectoryDigest() {}

  /**
   * {@code sha256:} and the SHA-256 over one line {@code <sha256 in hex> <path>} for each file,
   * sorted by path: what {@code sha256sum} prints, so that anyone can compute it again.
   */
  public static String of(
      SortedMap<String, String> documents, SortedMap<String, String> calendars) {
    SortedMap<String, String> all = new TreeMap<>(documents);
    all.putAll(calendars);
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> file : all.entrySet()) {
      lines.append(file.getValue()).append("  ").append(file.getKey()).append('\n');
    }
    return "sha256:" + FileHash.of(lines.toString());
  }
}
