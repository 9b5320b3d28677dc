package dev.interlock.server.api;

import dev.interlock.usecases.AskDecision;
import dev.interlock.usecases.DecidedChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param decision go, wait or stop
 * @param missing approvals that are still needed
 * @param entry index in the ledger; null when it was not recorded
 * @param pack where its pack is; null when it was not recorded
 */
record DecisionView(
    String change,
    String digest,
    String environment,
    String decision,
    String tier,
    List<String> tierReasons,
    Instant at,
    @Nullable Instant notBefore,
    Instant expires,
    List<ContactView> contacts,
    List<MissingView> missing,
    @Nullable Long entry,
    @Nullable String pack) {

  /** One contact of the rung. */
  record ContactView(
      String name,
      String state,
      String reason,
      @Nullable Instant closesAt,
      List<String> evidence) {}

  /** An approval that is still needed. */
  record MissingView(String role, @Nullable String plant, List<String> candidates) {}

  static DecisionView recorded(AskDecision.Asked asked) {
    String change = asked.decided().request().name();
    return of(
        asked.decided(),
        asked.entry(),
        "/api/v1/changes/" + change + "/decisions/" + asked.event().position() + "/pack");
  }

  static DecisionView of(DecidedChange decided, @Nullable Long entry, @Nullable String pack) {
    var decision = decided.decision();
    return new DecisionView(
        decided.request().name(),
        decided.request().digest(),
        decided.request().change().environment(),
        decision.outcome().word(),
        decision.tier(),
        decided.tier().reasons(),
        decision.at(),
        decision.notBefore(),
        decision.expires(),
        decision.contacts().stream()
            .map(c ->
                new ContactView(c.name(), c.state().word(), c.reason(), c.closesAt(), c.evidence()))
            .toList(),
        decided.missing().stream()
            .map(m -> new MissingView(m.role(), m.plant(), m.candidates()))
            .toList(),
        entry,
        pack);
  }
}
