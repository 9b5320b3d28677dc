package dev.interlock.recovery.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads PEM, DER, PKCS#12 and JKS, known by their content. Messages tell nothing secret. */
final class MaterialReader {

  private static final byte[] JKS = {(byte) 0xFE, (byte) 0xED, (byte) 0xFE, (byte) 0xED};
  private static final int SEQUENCE = 0x30;

  private final @Nullable String password;

  /** Opens what is protected with this password; null when none is known. */
  MaterialReader(@Nullable String password) {
    this.password = password;
  }

  /**
   * What a file holds.
   *
   * @throws IOException when it can't be read, in words
   */
  Material read(String name, byte[] bytes) throws IOException {
    if (new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ")) {
      return new PemReader(password).read(name, bytes);
    }
    if (startsWith(bytes, JKS)) {
      return store(name, bytes, "JKS");
    }
    if (bytes.length > 0 && bytes[0] == SEQUENCE) {
      return der(name, bytes);
    }
    throw new IOException("is neither PEM nor DER, PKCS#12 or JKS");
  }

  private Material der(String name, byte[] bytes) throws IOException {
    try {
      return new Material(name, List.of(certificate(bytes)), List.of());
    } catch (GeneralSecurityException _) {
      return store(name, bytes, "PKCS12");
    }
  }

  /** The one certificate in DER. */
  static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private Material store(String name, byte[] bytes, String type) throws IOException {
    if (password == null) {
      throw new IOException("is a store of keys, and nobody told its password");
    }
    char[] secret = password.toCharArray();
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(new ByteArrayInputStream(bytes), secret);
      Set<X509Certificate> certificates = new LinkedHashSet<>();
      List<PrivateKey> keys = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        add(store.getCertificateChain(alias), certificates);
        add(new Certificate[] {store.getCertificate(alias)}, certificates);
        if (store.isKeyEntry(alias)) {
          Key key = store.getKey(alias, secret);
          if (key instanceof PrivateKey it) {
            keys.add(it);
          }
        }
      }
      return new Material(name, List.copyOf(certificates), keys);
    } catch (IOException | GeneralSecurityException e) {
      throw new IOException("does not open as " + type + ": damaged, or another password", e);
    }
  }

  private static void add(Certificate @Nullable [] chain, Set<X509Certificate> to) {
    for (Certificate certificate : chain == null ? new Certificate[0] : chain) {
      if (certificate instanceof X509Certificate it) {
        to.add(it);
      }
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length > magic.length
        && java.util.Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }
}
