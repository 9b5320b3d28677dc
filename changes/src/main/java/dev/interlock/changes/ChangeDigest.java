package dev.interlock.changes;

import dev.interlock.ledger.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest of a set of files that anybody can derive again without us: SHA-256 over what {@code
 * sha256sum} prints for them, sorted by path.
 *
 * <pre>
 * cd FOLDER-OF-THE-CHANGE
 * find -L CHANGE.yaml MANIFESTS… -type f -exec sha256sum {} + | LC_ALL=C sort -k 2 | sha256sum
 * </pre>
 */
public final class ChangeDigest {

  private static final HexFormat HEX = HexFormat.of();

  private ChangeDigest() {}

  /**
   * The digest.
   *
   * @param files content by path, as {@code sha256sum} would be given it: relative to the change's
   *     folder, with forward slashes
   * @return {@code sha256:…}
   */
  public static String of(Map<String, Bytes> files) {
    Map<String, String> hashes = new TreeMap<>(ChangeDigest::compareBytes);
    files.forEach((path, content) -> hashes.put(path, sha256(content.toArray())));
    return ofHashes(hashes);
  }

  /** The lines that {@code sha256sum} prints, sorted as {@code LC_ALL=C sort -k 2} does. */
  public static String listing(Map<String, String> hexByPath) {
    Map<String, String> sorted = new TreeMap<>(ChangeDigest::compareBytes);
    sorted.putAll(hexByPath);
    StringBuilder text = new StringBuilder();
    sorted.forEach((path, hex) -> text.append(line(path, hex)));
    return text.toString();
  }

  /** The digest over files whose own SHA-256 digests (lower-case hex) are known already. */
  public static String ofHashes(Map<String, String> hexByPath) {
    return "sha256:" + sha256(listing(hexByPath).getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 in lower-case hex. */
  public static String sha256(byte[] content) {
    try {
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** GNU coreutils escapes backslash and line ends, and marks such a line by a backslash. */
  private static String line(String path, String hex) {
    String escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    String mark = escaped.equals(path) ? "" : "\\";
    return mark + hex + "  " + escaped + "\n";
  }

  private static int compareBytes(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
