package dev.interlock.guardrails.judge;

import dev.interlock.finding.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Identifies the same finding again after reformatting, reordering and moving of files: it rests on
 * the control, the subject, the outcome and the way to the deciding property, never on lines. The
 * outcome is part of it so that an exception granted for an unknown does not cover a failure.
 */
public final class Fingerprint {

  private static final int BYTES = 16;

  private Fingerprint() {}

  /** 32 hexadecimal digits. */
  public static String of(String control, Subject subject, String outcome, String path) {
    String text =
        String.join(
            "\n",
            control,
            subject.plane(),
            subject.type().toLowerCase(Locale.ROOT),
            subject.id().toLowerCase(Locale.ROOT),
            outcome,
            path);
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
