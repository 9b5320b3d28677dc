package dev.interlock.server.console;

import dev.interlock.changes.Change;
import dev.interlock.changes.Contact;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.DecisionPage.Fact;
import dev.interlock.server.console.DecisionPage.Step;
import dev.interlock.usecases.DecidedChange;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One decision, drawn as the rung of a ladder diagram. */
@Controller
class DecisionController {

  private static final int FIRST = 70;
  private static final int APART = 118;

  private final Queue queue;
  private final Shells shells;
  private final InstantSource clock;

  DecisionController(Queue queue, Shells shells, InstantSource clock) {
    this.queue = queue;
    this.shells = shells;
    this.clock = clock;
  }

  @GetMapping("/changes/{name}")
  ModelAndView change(@PathVariable String name, HttpServletRequest request) {
    DecidedChange change =
        queue
            .change(name, clock.instant())
            .orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such change."));
    return new ModelAndView("decision", "page", page(change, request));
  }

  private DecisionPage page(DecidedChange decided, HttpServletRequest request) {
    Change change = decided.request().change();
    return new DecisionPage(
        shells.of(decided.request().name(), "/changes", request),
        decided.request().name(),
        change.title(),
        facts(decided),
        decided.decision().outcome().name(),
        Signal.of(decided.decision().outcome()),
        rung(decided.decision().contacts()),
        decided.tier().reasons(),
        ChangesController.when(decided.decision()),
        decided.missing().stream()
            .map(m -> m.role() + ": " + String.join(" or ", m.candidates()))
            .toList());
  }

  private static List<Fact> facts(DecidedChange decided) {
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

  /** Current flows as far as every contact before is closed. */
  private static List<Step> rung(List<Contact> contacts) {
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
}
