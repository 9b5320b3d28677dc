package dev.interlock.recovery.certificates;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Collection;

/** Whether a private key is that of a certificate: it signs, and the certificate's key agrees. */
final class KeyFits {

  private static final byte[] MESSAGE = "does this key fit?".getBytes(StandardCharsets.US_ASCII);

  private KeyFits() {}

  /** True when it is that of one of them. */
  static boolean any(PrivateKey key, Collection<X509Certificate> certificates) {
    return certificates.stream().anyMatch(it -> fits(key, it.getPublicKey()));
  }

  private static boolean fits(PrivateKey key, PublicKey other) {
    String algorithm = algorithm(key.getAlgorithm());
    if (!algorithm.equals(algorithm(other.getAlgorithm()))) {
      return false;
    }
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(MESSAGE);
      byte[] signature = signing.sign();
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(other);
      verifying.update(MESSAGE);
      return verifying.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static String algorithm(String key) {
    return switch (key) {
      case "EC" -> "SHA256withECDSA";
      case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
      default -> "SHA256withRSA";
    };
  }
}
