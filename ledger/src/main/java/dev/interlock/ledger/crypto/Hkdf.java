package dev.interlock.ledger.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF with SHA-256 (RFC 5869) on the JDK's provider. */
public final class Hkdf {

  private static final int LENGTH = 32;

  private Hkdf() {}

  /** A secret of 32 bytes out of another, for one purpose. */
  public static byte[] derive(byte[] secret, String purpose) {
    byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has no HKDF", e);
    }
  }
}
