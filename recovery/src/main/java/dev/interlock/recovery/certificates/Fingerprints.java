package dev.interlock.recovery.certificates;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** What names a certificate without telling anything secret. */
final class Fingerprints {

  private Fingerprints() {}

  /** Its digest, {@code sha256:…}, of which browsers show the digits. */
  static String of(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whom it is about, for a message. */
  static String name(X509Certificate certificate) {
    String name = certificate.getSubjectX500Principal().getName();
    return name.isEmpty() ? "serial number " + certificate.getSerialNumber().toString(16) : name;
  }
}
