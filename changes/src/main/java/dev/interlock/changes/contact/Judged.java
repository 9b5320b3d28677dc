package dev.interlock.changes.contact;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Stated;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a contact came to, and how long that holds.
 *
 * @param contact the state and the reason
 * @param until the instant from which it must be judged again; null when none is in sight
 */
public record Judged(Contact contact, @Nullable Instant until) {

  /** The tier's policy does without this contact. */
  public static Judged notAsked(ContactName name, String tier) {
    return closed(name, "Not asked for at tier " + tier + ".");
  }

  static Judged closed(ContactName name, String reason) {
    return of(name, State.CLOSED, reason);
  }

  static Judged open(ContactName name, String reason) {
    return of(name, State.OPEN, reason);
  }

  static Judged unknown(ContactName name, String reason) {
    return of(name, State.UNKNOWN, reason);
  }

  /** A person must act. */
  static Judged pending(ContactName name, String reason) {
    return of(name, State.PENDING, reason);
  }

  /** Time closes it. */
  static Judged pendingUntil(ContactName name, Instant closesAt, String reason) {
    return new Judged(new Contact(name.word(), State.PENDING, reason, closesAt, List.of()), null);
  }

  private static Judged of(ContactName name, State state, String reason) {
    return new Judged(new Contact(name.word(), state, reason, null, List.of()), null);
  }

  /** The same, resting on this evidence. */
  Judged restingOn(Collection<String> labels) {
    if (labels.isEmpty()) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(contact.evidence());
    all.addAll(labels);
    return new Judged(
        new Contact(
            contact.name(),
            contact.state(),
            contact.reason(),
            contact.closesAt(),
            List.copyOf(all)),
        until);
  }

  /** The same, resting on this evidence, and only as long as it counts. */
  Judged restingOn(Stated<?> evidence) {
    return restingOn(List.of(evidence.item().label())).until(evidence.item().trustedUntil());
  }

  /** The same, resting on all this evidence, and only as long as all of it counts. */
  Judged restingOnAll(Collection<? extends Stated<?>> evidence) {
    Set<String> labels = new LinkedHashSet<>();
    Instant earliest = null;
    for (Stated<?> each : evidence) {
      labels.add(each.item().label());
      Instant ends = each.item().trustedUntil();
      earliest = earliest == null || (ends != null && ends.isBefore(earliest)) ? ends : earliest;
    }
    return restingOn(labels).until(earliest);
  }

  /** The same, to be judged again at the instant, or earlier if that was said before. */
  Judged until(@Nullable Instant limit) {
    boolean earlier = limit != null && (until == null || limit.isBefore(until));
    return earlier ? new Judged(contact, limit) : this;
  }

  /** The same with another sentence after the reason; nothing is added when it is empty. */
  Judged saying(String sentence) {
    if (sentence.isEmpty()) {
      return this;
    }
    String reason = contact.reason() + " " + sentence;
    return new Judged(
        new Contact(
            contact.name(), contact.state(), reason, contact.closesAt(), contact.evidence()),
        until);
  }
}
