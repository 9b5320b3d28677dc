package dev.interlock.recovery.certificates;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a file with certificates and keys holds. It never shows its keys.
 *
 * @param name of the file below its folder
 */
record Material(String name, List<X509Certificate> certificates, List<PrivateKey> keys) {

  Material {
    certificates = List.copyOf(certificates);
    keys = List.copyOf(keys);
  }

  @Override
  public String toString() {
    return "Material[" + name + "]";
  }
}
