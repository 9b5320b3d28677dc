package dev.interlock.changes.contact;

import dev.interlock.changes.Change.Rollback;
import dev.interlock.changes.Stated;
import dev.interlock.estate.RiskPolicy.RiskTier;
import dev.interlock.evidence.Drill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * There is a way back, it fits into the time, and where the tier asks for a restore drill, the
 * newest one was recent, worked, and was fast enough for every business process that feels the
 * change.
 */
final class WayBackContact implements ContactJudge {

  @Override
  public ContactName name() {
    return ContactName.WAY_BACK;
  }

  @Override
  public Judged judge(Question question) {
    Optional<Judged> planless = planless(question);
    if (planless.isPresent()) {
      return planless.get();
    }
    RiskTier tier = question.tier().tier();
    if (tier == null) {
      return Judged.unknown(
          name(), "Whether a restore drill is needed depends on the tier, and there is none.");
    }
    Duration within = tier.drillWithin();
    return within == null
        ? Judged.closed(name(), "There is a plan to go back; this tier asks for no restore drill.")
        : drilled(question, within);
  }

  private Optional<Judged> planless(Question question) {
    Rollback plan = question.change().rollback();
    if (plan == null || plan.steps().stream().noneMatch(WayBackContact::saysSomething)) {
      return Optional.of(Judged.open(name(), "The change does not say how to go back."));
    }
    Duration length = question.change().duration();
    if (plan.duration().compareTo(length) > 0) {
      return Optional.of(
          Judged.open(
              name(),
              "Going back takes "
                  + Words.length(plan.duration())
                  + ", longer than the "
                  + Words.length(length)
                  + " planned for the whole change."));
    }
    return Optional.empty();
  }

  /** Blanks, dashes and characters without width are no step. */
  private static boolean saysSomething(String step) {
    return step.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private Judged drilled(Question question, Duration within) {
    String environment = question.change().environment();
    List<Stated<Drill>> drills =
        question.evidence().trusted(Drill.class, question.environmentSubject(), _ -> true);
    if (drills.isEmpty()) {
      return Judged.unknown(
          name(), "No restore of " + environment + " was ever proven" + untrusted(question) + ".");
    }
    Stated<Drill> newest = drills.getLast();
    if (drills.stream()
        .anyMatch(d -> d.says().at().equals(newest.says().at()) && !d.says().verified())) {
      return Judged.open(
              name(), "The newest restore drill, " + question.at(newest.says().at()) + ", failed.")
          .restingOn(newest);
    }
    Instant oldest = question.now().minus(within);
    if (newest.says().at().isBefore(oldest)) {
      return Judged.unknown(
              name(),
              "The newest restore drill was "
                  + question.at(newest.says().at())
                  + ", longer ago than the "
                  + Words.length(within)
                  + " this tier allows"
                  + untrusted(question)
                  + ".")
          .restingOn(newest);
    }
    return new ObjectivesKept(question, within, drills).judge();
  }

  private static String untrusted(Question question) {
    return Untrusted.note(question, Drill.class, question.environmentSubject(), _ -> true);
  }
}
