package dev.interlock.changes.trust;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Doubt;
import dev.interlock.changes.Standing;
import dev.interlock.changes.Standing.Reason;
import dev.interlock.changes.Standing.Trusted;
import dev.interlock.changes.Standing.Untrusted;
import dev.interlock.changes.people.Directory;
import dev.interlock.changes.people.Term;
import dev.interlock.changes.trust.KeyRing.RingKey;
import dev.interlock.estate.TrustedKey;
import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a key that signed something is trusted for what it says. */
final class KeyTrust {

  private static final String UNPROVEN = ", and nothing proves that this was signed before";

  private final KeyRing ring;
  private final AsOf asOf;
  private final Instant now;

  KeyTrust(KeyRing ring, AsOf asOf) {
    this.ring = ring;
    this.asOf = asOf;
    this.now = asOf.at();
  }

  /** Trusted, or the first reason why the key's word does not count here. */
  Standing judge(RingKey key, Predicate says) {
    Claim claim = Claim.of(says, ring.environmentsByBudget());
    Untrusted problem = kind(key, says);
    Instant at = says.at().isAfter(now) ? now : says.at();
    problem = problem != null ? problem : time(key, at);
    problem = problem != null ? problem : person(key, claim, at);
    problem = problem != null ? problem : notYet(says);
    problem = problem != null ? problem : StrangePlace.of(says, ring, name -> mayName(key, name));
    problem = problem != null ? problem : environment(key, claim);
    problem = problem != null ? problem : fast(says, claim);
    return problem != null ? problem : new Trusted(key.name(), term(key, claim).until());
  }

  /** How long it will be trusted: until the key ends, or who must be here leaves. */
  private Term term(RingKey key, Claim claim) {
    Directory directory = ring.directory();
    Term term = new Term(key.trust().notAfter());
    List<String> owners = key.trust().persons();
    if (claim.person() != null) {
      String person = directory.person(claim.person()).orElse(claim.person());
      return signs(key, claim, person) ? term.atMost(directory.term(person)) : term;
    }
    return key.trust().system() != null
        ? term
        : owners.stream()
            .map(directory::term)
            .max(Term.LONGEST_LAST)
            .map(term::atMost)
            .orElse(term);
  }

  /**
   * True when evidence of that kind, signed by that key, may count.
   *
   * @param environment that it speaks of; null when that can't be told
   */
  boolean maySign(RingKey key, PredicateKind kind, @Nullable String environment) {
    List<String> owners = key.trust().persons();
    return key.trust().predicates().contains(kind.word())
        && ended(key) == null
        && (owners.isEmpty() || key.trust().system() != null || anyPresent(owners))
        && (environment == null || mayName(key, environment));
  }

  private static boolean mayName(RingKey key, String environment) {
    List<String> environments = key.trust().environments();
    return environments.isEmpty() || environments.contains(environment);
  }

  private static @Nullable Untrusted kind(RingKey key, Predicate says) {
    String word = PredicateKind.of(says).word();
    return key.trust().predicates().contains(word)
        ? null
        : new Untrusted(
            Reason.WRONG_KIND_FOR_KEY,
            "key " + key.name() + " may not sign evidence of kind " + word);
  }

  private @Nullable Untrusted time(RingKey key, Instant at) {
    TrustedKey trust = key.trust();
    if (trust.notBefore() != null && at.isBefore(trust.notBefore())) {
      return wrongTime("key " + key.name() + " is trusted only from " + trust.notBefore());
    }
    String ended = ended(key);
    return ended == null ? null : wrongTime(ended + UNPROVEN);
  }

  /**
   * Why nothing of a key counts any more; null when it is in force. Whoever holds the key can write
   * any time into what it signs, so its own word does not show that it was signed before the end.
   */
  private @Nullable String ended(RingKey key) {
    Instant revoked = key.trust().revoked();
    if (revoked != null) {
      return "key " + key.name() + " was revoked at " + revoked;
    }
    Instant notAfter = key.trust().notAfter();
    return notAfter != null && !now.isBefore(notAfter)
        ? "key " + key.name() + " was trusted only until " + notAfter
        : null;
  }

  /** At an instant that somebody named nobody knew what was made later. */
  private @Nullable Untrusted notYet(Predicate says) {
    return asOf.present() || !says.at().isAfter(now) ? null : wrongTime(made(says));
  }

  /** What is here at present was made before, whatever a clock that runs fast wrote into it. */
  private @Nullable Untrusted fast(Predicate says, Claim claim) {
    if (!says.at().isAfter(now)) {
      return null;
    }
    Doubt doubt =
        new Doubt(
            Set.of(PredicateKind.of(says)),
            Set.of(says.subject().sha256()),
            says instanceof Cost ? null : claim.environments().stream().findFirst().orElse(null),
            says instanceof Cost cost ? cost.budget() : null);
    String clock = " (here it is " + now + "): the clock of whoever made it, or this one, is wrong";
    return new Untrusted(Reason.WRONG_TIME, made(says) + clock, doubt);
  }

  private static String made(Predicate says) {
    return "it says it was made at " + says.at() + ", which is in the future";
  }

  private static Untrusted wrongTime(String message) {
    return new Untrusted(Reason.WRONG_TIME, message);
  }

  private @Nullable Untrusted person(RingKey key, Claim claim, Instant at) {
    List<String> owners = key.trust().persons();
    if (claim.person() == null) {
      return owners.isEmpty() || key.trust().system() != null || anyPresent(owners)
          ? null
          : wrongPerson("everybody key " + key.name() + " belongs to has left" + UNPROVEN);
    }
    Optional<String> person = ring.directory().person(claim.person());
    if (person.isEmpty()) {
      return wrongPerson("the estate knows no one person behind \"" + claim.person() + "\"");
    }
    boolean mayName = owners.contains(person.get()) || key.trust().signsIn();
    if (!mayName && (claim.personMustSign() || !owners.isEmpty())) {
      return wrongPerson("key " + key.name() + " may not speak for " + person.get());
    }
    return present(key, claim, person.get(), at);
  }

  /** Who signs must be here now; whom a system names must have been here then. */
  private @Nullable Untrusted present(RingKey key, Claim claim, String person, Instant at) {
    boolean signs = signs(key, claim, person);
    if (ring.directory().presentAt(person, signs ? now : at)) {
      return null;
    }
    return wrongPerson(signs ? person + " has left" + UNPROVEN : person + " had left by then");
  }

  private static boolean signs(RingKey key, Claim claim, String person) {
    return claim.personMustSign() || key.trust().persons().contains(person);
  }

  private boolean anyPresent(List<String> owners) {
    Directory directory = ring.directory();
    return owners.stream().anyMatch(owner -> directory.presentAt(owner, now));
  }

  private static Untrusted wrongPerson(String message) {
    return new Untrusted(Reason.WRONG_PERSON, message);
  }

  private static @Nullable Untrusted environment(RingKey key, Claim claim) {
    List<String> allowed = key.trust().environments();
    if (allowed.isEmpty()) {
      return null;
    }
    List<String> foreign = new ArrayList<>(claim.environments());
    foreign.removeAll(allowed);
    if (foreign.isEmpty() && !claim.environments().isEmpty()) {
      return null;
    }
    String what = foreign.isEmpty() ? "no environment" : String.join(", ", foreign);
    return new Untrusted(
        Reason.WRONG_ENVIRONMENT,
        "key "
            + key.name()
            + " may speak about "
            + String.join(", ", allowed)
            + " only; this is about "
            + what);
  }
}
