package dev.interlock.recovery.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who issued a certificate, up to one that nobody else issued or that every machine knows. */
final class Issuers {

  private static final int LONGEST = 10;

  private final Collection<X509Certificate> here;

  /** Looks among these, and among those that Java trusts. */
  Issuers(Collection<X509Certificate> here) {
    this.here = here;
  }

  /** Why the chain of a certificate is not whole; empty when it is. */
  String gap(X509Certificate certificate) {
    X509Certificate at = certificate;
    Set<X509Certificate> seen = new HashSet<>();
    for (int i = 0; i < LONGEST; i++) {
      if (isIssuer(at, at)) {
        return "";
      }
      seen.add(at);
      Optional<X509Certificate> issuer = issuer(at);
      if (issuer.isEmpty()) {
        return missing(certificate, at);
      }
      if (seen.contains(issuer.get())) {
        return Fingerprints.name(certificate) + " was issued in a circle";
      }
      at = issuer.get();
    }
    return Fingerprints.name(certificate) + " has more than " + LONGEST + " issuers";
  }

  /** Servers leave the root out: whoever trusts it has it. */
  private static String missing(X509Certificate certificate, X509Certificate last) {
    return last.equals(certificate)
        ? "the certificate of the issuer of "
            + Fingerprints.name(certificate)
            + " is not here: "
            + last.getIssuerX500Principal().getName()
        : "";
  }

  private Optional<X509Certificate> issuer(X509Certificate of) {
    return Stream.concat(here.stream(), trusted()).filter(it -> isIssuer(it, of)).findFirst();
  }

  private static boolean isIssuer(X509Certificate issuer, X509Certificate of) {
    if (!issuer.getSubjectX500Principal().equals(of.getIssuerX500Principal())) {
      return false;
    }
    try {
      of.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static Stream<X509Certificate> trusted() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((@Nullable KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .map(Issuers::trusting)
          .filter(Objects::nonNull)
          .flatMap(it -> Arrays.stream(it.getAcceptedIssuers()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java does not tell whom it trusts", e);
    }
  }

  private static @Nullable X509TrustManager trusting(TrustManager manager) {
    return manager instanceof X509TrustManager it ? it : null;
  }
}
