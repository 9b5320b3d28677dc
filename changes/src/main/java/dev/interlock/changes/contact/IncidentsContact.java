package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.evidence.IncidentRegister;
import dev.interlock.evidence.IncidentRegister.OpenIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No open incident forbids the change. The newest trusted register of the environment holds, for a
 * day: an older one would not know of what happened since. An emergency must be one of its
 * incidents.
 */
final class IncidentsContact implements ContactJudge {

  /** How long a register tells what is going on. */
  static final Duration FRESH = Duration.ofHours(24);

  @Override
  public ContactName name() {
    return ContactName.INCIDENTS;
  }

  @Override
  public Judged judge(Question question) {
    String environment = question.change().environment();
    List<Stated<IncidentRegister>> registers =
        question
            .evidence()
            .trusted(IncidentRegister.class, question.environmentSubject(), _ -> true);
    String untrusted =
        Untrusted.note(question, IncidentRegister.class, question.environmentSubject(), _ -> true);
    if (registers.isEmpty()) {
      return Judged.unknown(
          name(), "Nobody has stated which incidents are open in " + environment + untrusted + ".");
    }
    Instant newest = registers.getLast().says().at();
    List<Stated<IncidentRegister>> holding =
        registers.stream().filter(r -> r.says().at().equals(newest)).toList();
    Instant stale = newest.plus(FRESH);
    if (!question.now().isBefore(stale)) {
      return Judged.unknown(
              name(),
              "What is known of incidents is from "
                  + question.at(newest)
                  + ", more than a day ago"
                  + untrusted
                  + ".")
          .restingOn(holding.getFirst());
    }
    return judge(question, holding)
        .saying(untrusted(question, newest))
        .restingOnAll(holding)
        .until(stale);
  }

  /** A register that nobody trusts forbids nothing, but people should hear of what it says. */
  private static String untrusted(Question question, Instant newest) {
    return question
        .evidence()
        .untrusted(IncidentRegister.class, question.environmentSubject(), _ -> true)
        .stream()
        .filter(r -> !r.says().at().isBefore(newest))
        .filter(r -> r.says().open().stream().anyMatch(OpenIncident::forbids))
        .findFirst()
        .map(r ->
            r.item().file()
                + " says that an incident forbids changes, but does not count: "
                + r.complaint()
                + ".")
        .orElse("");
  }

  private Judged judge(Question question, List<Stated<IncidentRegister>> holding) {
    List<OpenIncident> open = new ArrayList<>();
    holding.forEach(register -> open.addAll(register.says().open()));
    List<String> forbidding =
        open.stream()
            .filter(OpenIncident::forbids)
            .filter(incident -> !answers(question, incident))
            .map(incident -> incident.id() + " (" + incident.title() + ")")
            .distinct()
            .toList();
    if (!forbidding.isEmpty()) {
      return Judged.open(
          name(), "Open, and no changes until it is resolved: " + Words.and(forbidding) + ".");
    }
    return answered(question, open);
  }

  private Judged answered(Question question, List<OpenIncident> open) {
    String reference = question.change().incident();
    Optional<OpenIncident> answered =
        open.stream().filter(incident -> incident.id().equals(reference)).findFirst();
    if (answered.isPresent()) {
      return Judged.closed(
          name(), "It answers " + reference + " (" + answered.get().title() + "), which is open.");
    }
    if (question.tier().emergency()) {
      return Judged.open(
          name(),
          "It is filed as an emergency for "
              + reference
              + ", but no such incident is open in "
              + question.change().environment()
              + ".");
    }
    return Judged.closed(
        name(),
        open.isEmpty()
            ? "No incident is open."
            : Words.count(open.size(), "incident") + " open; none forbids this change.");
  }

  /** To name an incident is not enough: only an emergency may answer it unasked. */
  private static boolean answers(Question question, OpenIncident incident) {
    return incident.permits().contains(question.request().name())
        || (question.tier().emergency() && incident.id().equals(question.change().incident()));
  }
}
