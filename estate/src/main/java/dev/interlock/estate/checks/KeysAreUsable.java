package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.TrustedKey;
import dev.interlock.finding.Suggestion;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trusted keys are Ed25519 keys of one holder each, and may vouch for something. */
final class KeysAreUsable implements Check {

  private static final List<String> PREDICATES =
      List.of(
          "approval",
          "check",
          "drill",
          "game-day",
          "backup",
          "custody",
          "test-run",
          "deployment",
          "incident",
          "review",
          "cost",
          "decision");

  @Override
  public void run(Estate estate, Names names, Report report) {
    Map<String, String> holders = new HashMap<>();
    for (Entry<TrustedKey> key : estate.entries(TrustedKey.class)) {
      Optional<byte[]> bytes = Ed25519Key.decode(key.spec().publicKey());
      bytes.ifPresentOrElse(found -> known(key, found, holders, report), () -> bad(key, report));
      predicates(key, report);
      holder(key, report);
      validity(key, report);
    }
  }

  private static void bad(Entry<TrustedKey> key, Report report) {
    report.add(
        EstateCode.BAD_KEY,
        key.at("publicKey"),
        "publicKey: expected an Ed25519 public key, PEM or base64 of its SubjectPublicKeyInfo,"
            + " found something else of length "
            + key.spec().publicKey().length(),
        "openssl pkey -in KEY.pem -pubout prints it");
  }

  private static void known(
      Entry<TrustedKey> key, byte[] bytes, Map<String, String> holders, Report report) {
    if (Ed25519Key.isWeak(bytes)) {
      report.add(
          EstateCode.BAD_KEY,
          key.at("publicKey"),
          "publicKey: this is a point of small order; anybody can sign for it",
          "generate a new key: openssl genpkey -algorithm ed25519");
    }
    String earlier = holders.putIfAbsent(HexFormat.of().formatHex(bytes), key.name());
    if (earlier != null) {
      report.add(
          EstateCode.KEY_TWICE,
          key.at("publicKey"),
          "publicKey: TrustedKey \"" + earlier + "\" is the same key",
          "one key speaks for one holder: merge the two, or give each its own key");
    }
  }

  private static void predicates(Entry<TrustedKey> key, Report report) {
    List<String> named = key.spec().predicates();
    for (int i = 0; i < named.size(); i++) {
      if (!PREDICATES.contains(named.get(i))) {
        report.add(
            EstateCode.UNKNOWN_PREDICATE,
            key.at("predicates", i),
            "predicates: there is no kind of evidence \"" + named.get(i) + "\"",
            Suggestion.didYouMean(named.get(i), PREDICATES)
                .orElse("known: " + String.join(", ", PREDICATES)));
      }
    }
    if (named.isEmpty()) {
      report.add(
          EstateCode.USELESS_KEY, key.at(), key.title() + " may sign nothing: predicates is empty");
    }
  }

  private static void holder(Entry<TrustedKey> key, Report report) {
    TrustedKey spec = key.spec();
    boolean approves = spec.predicates().contains("approval");
    if (spec.persons().isEmpty() && spec.system() == null) {
      report.add(
          EstateCode.USELESS_KEY,
          key.at(),
          key.title() + " belongs to nobody",
          "add persons or system");
    } else if (approves && !spec.signsIn() && spec.persons().size() != 1) {
      report.add(
          EstateCode.SHARED_KEY,
          key.at("persons"),
          "persons: a key that approves should speak for exactly one person, this one speaks for "
              + spec.persons().size(),
          "give each person a key");
    }
  }

  private static void validity(Entry<TrustedKey> key, Report report) {
    Instant from = key.spec().notBefore();
    Instant to = key.spec().notAfter();
    if (from != null && to != null && !to.isAfter(from)) {
      report.add(
          EstateCode.BAD_VALIDITY,
          key.at("notAfter"),
          "notAfter: expected an instant after notBefore " + from + ", found " + to);
    }
  }
}
