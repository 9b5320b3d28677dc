package dev.interlock.recovery.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads PEM: certificates, and private keys in the forms that OpenSSL writes. */
final class PemReader {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

  private final @Nullable String password;

  PemReader(@Nullable String password) {
    this.password = password;
  }

  /**
   * All that a file holds; parameters and requests are passed over.
   *
   * @throws IOException when a block can't be read or is not ended
   */
  Material read(String name, byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<X509Certificate> certificates = new ArrayList<>();
    List<PrivateKey> keys = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    int blocks = 0;
    while (block.find()) {
      blocks++;
      add(block.group(1), block.group(2), certificates, keys);
    }
    if (blocks != text.split("-----BEGIN ", -1).length - 1) {
      throw new IOException("is cut off: a block of it has no end");
    }
    return new Material(name, certificates, keys);
  }

  private void add(
      String kind, String body, List<X509Certificate> certificates, List<PrivateKey> keys)
      throws IOException {
    try {
      switch (kind) {
        case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" ->
            certificates.add(MaterialReader.certificate(decoded(body)));
        case "PRIVATE KEY" -> keys.add(key(decoded(body)));
        case "RSA PRIVATE KEY" -> keys.add(key(Pkcs8.ofRsa(decoded(body))));
        case "EC PRIVATE KEY" -> keys.add(key(Pkcs8.ofEc(decoded(body))));
        case "ENCRYPTED PRIVATE KEY" -> keys.add(key(decrypted(decoded(body))));
        default -> {
          if (kind.endsWith("PRIVATE KEY")) {
            throw new IOException("has a private key in a form that is not known: " + kind);
          }
        }
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("has a damaged block: " + kind.toLowerCase(java.util.Locale.ROOT), e);
    }
  }

  private static byte[] decoded(String body) throws IOException {
    if (body.contains("Proc-Type:")) {
      throw new IOException(
          "has a key that is encrypted in the old form of OpenSSL: openssl pkcs8 -topk8 renews it");
    }
    return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
  }

  private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException _) {
        // One of another kind.
      }
    }
    throw new InvalidKeySpecException("of no kind that is known");
  }

  private byte[] decrypted(byte[] encrypted) throws IOException, GeneralSecurityException {
    if (password == null) {
      throw new IOException("has an encrypted key, and nobody told its password");
    }
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
    // Of PBES2 the parameters alone tell which ciphers it is.
    String algorithm = String.valueOf(info.getAlgParameters());
    SecretKeyFactory factory =
        SecretKeyFactory.getInstance(algorithm.startsWith("PBE") ? algorithm : info.getAlgName());
    try {
      return info.getKeySpec(factory.generateSecret(new PBEKeySpec(password.toCharArray())))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IOException("has an encrypted key that does not open with the password", e);
    }
  }
}
