package dev.interlock.cli.gate;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.MissingApproval;
import dev.interlock.cli.output.Colour;
import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Moment;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The decision for people: the rung, the reasons, when it can go and who must still act. */
final class GateText {

  private static final int STATE_WIDTH = 9;
  private static final int NAME_WIDTH = 13;

  private final GateView view;
  private final Decision decision;
  private final PrintWriter out;

  private GateText(GateView view, PrintWriter out) {
    this.view = view;
    this.decision = view.decision();
    this.out = out;
  }

  /** Writes the decision; the writer stays open. */
  static void write(GateView view, PrintWriter out) {
    new GateText(view, out).write();
  }

  private void write() {
    heading();
    line("");
    Ladder.draw(decision, view.terminal()).forEach(this::line);
    line("");
    decision.contacts().forEach(this::reason);
    line("");
    times();
    waiting();
    evidence();
  }

  private void heading() {
    String word = decision.outcome().word().toUpperCase(Locale.ROOT);
    line(
        colour(decision.outcome()).paint(word, view.terminal().colours())
            + "  "
            + Prose.safe(view.change() + ": " + view.title()));
    line(
        Prose.safe(view.environment())
            + ", tier "
            + Prose.safe(decision.tier())
            + ", judged for "
            + Moment.utc(decision.at()));
  }

  private void reason(Contact contact) {
    String state = padded(Ladder.word(contact.state()), STATE_WIDTH);
    String lead =
        "  "
            + Ladder.colour(contact.state()).paint(state, view.terminal().colours())
            + padded(contact.name(), NAME_WIDTH);
    int indent = 2 + STATE_WIDTH + NAME_WIDTH;
    List<String> lines =
        Prose.wrap(Prose.safe(contact.reason()), Math.max(30, view.terminal().width() - indent));
    line(lead + lines.getFirst());
    lines.subList(1, lines.size()).forEach(l -> line(" ".repeat(indent) + l));
  }

  private void times() {
    switch (decision.outcome()) {
      case GO ->
          line(
              "Valid until   " + Moment.utc(decision.expires()) + "; not begun by then, ask again");
      case WAIT -> slot();
      case STOP -> {}
    }
  }

  /** When the calendars next let it pass, in the time of everybody whose work it touches. */
  private void slot() {
    Instant alone = decision.notBefore();
    Instant slot = alone == null ? windowOpens() : alone;
    if (slot == null) {
      return;
    }
    line((alone == null ? "Next slot     " : "Can go from   ") + Moment.utc(slot));
    view.plants()
        .forEach((plant, zone) -> line("              " + Moment.in(zone, slot) + ", " + plant));
  }

  private @Nullable Instant windowOpens() {
    return decision.contacts().stream()
        .map(Contact::closesAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Everything that must still happen, and what a person types to do it. */
  private void waiting() {
    if (decision.outcome() != Outcome.WAIT) {
      return;
    }
    line("Waits for");
    for (Contact contact : decision.contacts()) {
      if (contact.state() == State.PENDING) {
        waiting(contact);
      }
    }
  }

  private void waiting(Contact contact) {
    String lead = "  " + padded(contact.name(), NAME_WIDTH);
    if (contact.closesAt() != null) {
      line(lead + "the time above");
    } else if (contact.name().equals("approvals") && !view.missing().isEmpty()) {
      view.missing().forEach(missing -> approval(lead, missing));
    } else {
      line(lead + "a person to act: see its reason");
    }
  }

  private void approval(String lead, MissingApproval missing) {
    String plant = missing.plant() == null ? "" : " for " + missing.plant();
    String who = String.join(" or ", missing.candidates());
    line(lead + Prose.safe(missing.role() + plant + ": " + who + " " + view.approve().verb()));
    view.approve().of(missing).forEach(command -> line("    " + command));
  }

  private void evidence() {
    if (decision.contacts().stream().allMatch(c -> c.evidence().isEmpty())) {
      return;
    }
    line("Evidence");
    for (Contact contact : decision.contacts()) {
      contact
          .evidence()
          .forEach(e -> line("  " + padded(contact.name(), NAME_WIDTH) + Prose.safe(e)));
    }
  }

  private static Colour colour(Outcome outcome) {
    return switch (outcome) {
      case GO -> Colour.GREEN;
      case WAIT -> Colour.YELLOW;
      case STOP -> Colour.RED;
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private void line(String text) {
    out.write(text);
    out.write('\n');
  }
}
