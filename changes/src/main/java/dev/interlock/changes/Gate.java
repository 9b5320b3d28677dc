package dev.interlock.changes;

import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.contact.ContactJudge;
import dev.interlock.changes.contact.Execution;
import dev.interlock.changes.contact.Hearing;
import dev.interlock.changes.contact.Judged;
import dev.interlock.changes.contact.Question;
import dev.interlock.changes.contact.Surroundings;
import dev.interlock.changes.contact.Unread;
import dev.interlock.changes.contact.VacantSeats;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Approval;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a change may go. Pure: the same change, estate, evidence, findings and instant
 * always give the same decision. Safe for use by several threads when the windows are.
 */
public final class Gate {

  private static final Duration DEFAULT_VALIDITY = Duration.ofHours(1);

  private final List<ContactJudge> contacts = ContactJudge.all();
  private final Surroundings surroundings;
  private final RiskTiers tiers;

  /**
   * The gate of an estate.
   *
   * @param windows when an environment may be changed, by its name
   */
  public Gate(Estate estate, Function<String, Windows> windows) {
    this.surroundings = Surroundings.of(estate, windows);
    this.tiers = new RiskTiers(estate);
  }

  /** The risk tier of a change and why. */
  public TierVerdict classify(Change change, @Nullable ManifestFindings findings) {
    return tiers.classify(change, findings);
  }

  /**
   * The decision.
   *
   * @param request its environment must be in the estate, otherwise IllegalArgumentException
   * @param evidence judged for the same instant
   * @param findings what the guardrails found on the change's manifests; null when not checked
   * @param now the instant the change would begin
   */
  public Decision decide(
      ChangeRequest request,
      EvidenceBook evidence,
      @Nullable ManifestFindings findings,
      Instant now) {
    Question question = question(request, evidence, findings, now);
    Unread unread = new Unread(question);
    List<Judged> judged = contacts.stream().map(c -> judge(c, question, unread)).toList();
    return decide(question.tier(), judged, now);
  }

  /** The approvals that the same question still waits for; all that is given as for a decision. */
  public List<MissingApproval> missing(
      ChangeRequest request,
      EvidenceBook evidence,
      @Nullable ManifestFindings findings,
      Instant now) {
    return VacantSeats.of(question(request, evidence, findings, now));
  }

  /** Why the answer of a trusted person to a change will not be heard; empty when it will. */
  public Optional<String> unheard(ChangeRequest request, Approval answer) {
    EvidenceBook nothing = EvidenceBook.of(List.of(), AsOf.named(answer.at()));
    return new Hearing(question(request, nothing, null, answer.at())).complaint(answer);
  }

  /**
   * Why an account may not carry out a change, whatever the decision is; empty when it may. All
   * else is given as for a decision.
   */
  public Optional<String> notExecutor(
      String account,
      ChangeRequest request,
      EvidenceBook evidence,
      @Nullable ManifestFindings findings,
      Instant now) {
    return new Execution(question(request, evidence, findings, now)).complaint(account);
  }

  private Question question(
      ChangeRequest request,
      EvidenceBook evidence,
      @Nullable ManifestFindings findings,
      Instant now) {
    String name = request.change().environment();
    Environment environment =
        surroundings
            .estate()
            .find(Environment.class, name)
            .orElseThrow(() -> new IllegalArgumentException("no environment " + name));
    TierVerdict tier = tiers.classify(request.change(), findings);
    return new Question(request, environment, tier, evidence, findings, surroundings, now);
  }

  private static Judged judge(ContactJudge contact, Question question, Unread unread) {
    TierVerdict tier = question.tier();
    boolean waived =
        tier.tier() != null
            && tier.tier().waives().contains(contact.name().word())
            && contact.name().waivable(tier.emergency());
    return waived ? Judged.notAsked(contact.name(), tier.name()) : unread.judge(contact);
  }

  /** The rung: all contacts in series. */
  static Decision decide(TierVerdict tier, List<Judged> judged, Instant now) {
    List<Contact> contacts = judged.stream().map(Judged::contact).toList();
    Outcome outcome = outcome(contacts);
    Instant notBefore = outcome == Outcome.WAIT ? notBefore(contacts) : null;
    return new Decision(outcome, tier.name(), now, notBefore, expires(tier, judged, now), contacts);
  }

  private static Outcome outcome(List<Contact> contacts) {
    Outcome outcome = Outcome.GO;
    for (Contact contact : contacts) {
      switch (contact.state()) {
        case OPEN, UNKNOWN -> {
          return Outcome.STOP;
        }
        case PENDING -> outcome = Outcome.WAIT;
        case CLOSED -> {}
      }
    }
    return outcome;
  }

  /** When the last contact closes by itself; null while one of them needs a person. */
  private static @Nullable Instant notBefore(List<Contact> contacts) {
    List<Contact> pending = contacts.stream().filter(c -> c.state() == State.PENDING).toList();
    return pending.stream().anyMatch(c -> c.closesAt() == null)
        ? null
        : pending.stream()
            .map(Contact::closesAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  private static Instant expires(TierVerdict tier, List<Judged> judged, Instant now) {
    Duration asked = tier.tier() == null ? null : tier.tier().decisionValid();
    Instant expires = now.plus(asked == null ? DEFAULT_VALIDITY : asked);
    for (Judged contact : judged) {
      Instant until = contact.until();
      expires = until != null && until.isBefore(expires) ? until : expires;
    }
    return expires.isBefore(now) ? now : expires;
  }
}
