package dev.interlock.server.console;

import dev.interlock.changes.Change;
import dev.interlock.changes.Contact;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.DecisionPage.Fact;
import dev.interlock.server.console.DecisionPage.Step;
import dev.interlock.usecases.DecidedChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as it is drawn and told. */
final class Rung {

  private static final int FIRST = 70;
  private static final int APART = 118;

  private Rung() {}

  /** Current flows as far as every contact before is closed. */
  static List<Step> steps(List<Contact> contacts) {
    List<Step> steps = new ArrayList<>();
    boolean live = true;
    for (Contact contact : contacts) {
      int x = FIRST + steps.size() * APART;
      Instant closes = contact.closesAt();
      steps.add(
          new Step(
              contact.name(),
              contact.state().word(),
              Signal.of(contact.state()),
              contact.reason(),
              x,
              live,
              closes == null ? null : Moment.utc(closes),
              contact.evidence()));
      live &= contact.state() == Contact.State.CLOSED;
    }
    return steps;
  }

  /** What the change says of itself. */
  static List<Fact> facts(DecidedChange decided) {
    Change change = decided.request().change();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Environment", change.environment()));
    facts.add(new Fact("Kind", change.kind()));
    facts.add(new Fact("Tier", decided.decision().tier()));
    facts.add(new Fact("Why", change.reason()));
    facts.add(new Fact("Asked for by", change.requester()));
    add(facts, "Carried out by", change.executor());
    facts.add(new Fact("Takes", Durations.words(change.duration())));
    facts.add(new Fact("Judged for", Moment.utc(decided.decision().at())));
    facts.add(new Fact("Digest", decided.request().digest()));
    return facts;
  }

  private static void add(List<Fact> facts, String label, @Nullable String value) {
    if (value != null) {
      facts.add(new Fact(label, value));
    }
  }
}
