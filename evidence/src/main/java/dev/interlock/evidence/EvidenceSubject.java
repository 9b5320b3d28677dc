package dev.interlock.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a piece of evidence is about, as the {@code subject} of an in-toto statement names it.
 *
 * @param name for people
 * @param sha256 lower-case hex; subjects are matched by it alone
 */
public record EvidenceSubject(String name, String sha256) {

  /** Something known by its digest, {@code sha256:…}. */
  public static EvidenceSubject ofDigest(String name, String digest) {
    return new EvidenceSubject(name, digest.substring(Digests.PREFIX.length()));
  }

  /**
   * Something known by its name only, such as {@code environment/core-production}. Its digest is
   * the SHA-256 of the name in UTF-8: {@code printf %s NAME | sha256sum}.
   */
  public static EvidenceSubject ofName(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return new EvidenceSubject(name, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
