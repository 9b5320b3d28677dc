package dev.interlock.changes.trust;

import dev.interlock.changes.Doubt;
import dev.interlock.changes.trust.KeyRing.RingKey;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Statement;
import dev.interlock.ledger.VerificationKey;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what signed evidence that can't be used may have been about. Only a key that the estate
 * trusts can raise a doubt: one that signed it or, where no signature holds, one that it names.
 */
final class Suspicion {

  private final KeyRing ring;
  private final KeyTrust trust;

  Suspicion(KeyRing ring, KeyTrust trust) {
    this.ring = ring;
    this.trust = trust;
  }

  /** Not even the statement can be read: any kind that the key may sign. */
  @Nullable Doubt unknowable(Envelope envelope) {
    return doubt(envelope, EnumSet.allOf(PredicateKind.class), null, null, null);
  }

  /**
   * The statement can be read: it says which kind and about what.
   *
   * @param environment that the predicate names; null when that can't be told
   * @param budget that it names; null when that can't be told
   */
  @Nullable Doubt about(
      Envelope envelope,
      Statement statement,
      @Nullable String environment,
      @Nullable String budget) {
    Set<String> subjects =
        statement.subjects().stream()
            .map(subject -> subject.digest().getOrDefault("sha256", ""))
            .collect(Collectors.toSet());
    Set<PredicateKind> kinds = PredicateKind.meantBy(statement.predicateType());
    return doubt(envelope, kinds, subjects, environment, budget);
  }

  private @Nullable Doubt doubt(
      Envelope envelope,
      Set<PredicateKind> meant,
      @Nullable Set<String> subjects,
      @Nullable String environment,
      @Nullable String budget) {
    Set<PredicateKind> kinds = EnumSet.noneOf(PredicateKind.class);
    for (RingKey key : speakers(envelope)) {
      meant.stream().filter(kind -> trust.maySign(key, kind, environment)).forEach(kinds::add);
    }
    return kinds.isEmpty() ? null : new Doubt(kinds, subjects, environment, budget);
  }

  private Collection<RingKey> speakers(Envelope envelope) {
    List<VerificationKey> keys = ring.keys().values().stream().map(RingKey::key).toList();
    Set<VerificationKey> signers = envelope.signedBy(keys);
    Set<String> named =
        envelope.signatures().stream().map(s -> s.keyId()).collect(Collectors.toSet());
    return ring.keys().values().stream()
        .filter(
            key -> signers.isEmpty() ? named.contains(key.key().id()) : signers.contains(key.key()))
        .toList();
  }
}
