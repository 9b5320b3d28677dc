package dev.interlock.cli.gate;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.cli.output.Colour;
import dev.interlock.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a decision as the rung of a ladder diagram: contacts in series between the rails, the coil
 * at the end lit only for go. Each row is three lines: names, wire, states.
 */
final class Ladder {

  private static final int CELL = 14;
  private static final int CONTACT = 3;
  private static final int MARGIN = 3;
  private static final int COIL = 12;

  private final Decision decision;
  private final Terminal terminal;
  private final Ink ink;
  private boolean current = true;

  private Ladder(Decision decision, Terminal terminal) {
    this.decision = decision;
    this.terminal = terminal;
    this.ink = terminal.boxDrawing() ? Ink.BOX : Ink.ASCII;
  }

  /** The lines of the drawing, none wider than the terminal. */
  static List<String> draw(Decision decision, Terminal terminal) {
    return new Ladder(decision, terminal).rows();
  }

  private List<String> rows() {
    int perRow = Math.max(1, (terminal.width() - 2 * MARGIN) / CELL);
    int inLast = Math.max(1, (terminal.width() - 2 * MARGIN - COIL) / CELL);
    List<Contact> left = decision.contacts();
    List<String> lines = new ArrayList<>();
    boolean first = true;
    while (left.size() > inLast) {
      int take = Math.min(perRow, left.size() - 1);
      row(left.subList(0, take), first, false, lines);
      lines.add("");
      left = left.subList(take, left.size());
      first = false;
    }
    row(left, first, true, lines);
    return lines;
  }

  private void row(List<Contact> contacts, boolean first, boolean last, List<String> lines) {
    StringBuilder names = new StringBuilder(" ".repeat(MARGIN));
    StringBuilder wire = new StringBuilder();
    StringBuilder states = new StringBuilder(" ".repeat(MARGIN));
    wire.append(first ? ink.rail() : ink.onward()).append(wire(2));
    for (Contact contact : contacts) {
      names.append(centred(contact.name(), CELL));
      cell(contact, wire);
      states.append(paint(contact.state(), centred(word(contact.state()), CELL)));
    }
    if (last) {
      wire.append(coil()).append(wire(2)).append(ink.rail());
    } else {
      wire.append(wire(2)).append(ink.onward());
    }
    lines.add(names.toString().stripTrailing());
    lines.add(wire.toString());
    lines.add(states.toString().stripTrailing());
  }

  private void cell(Contact contact, StringBuilder wire) {
    int left = (CELL - CONTACT) / 2;
    wire.append(wire(left));
    wire.append(paint(contact.state(), ink.contact(contact.state(), current)));
    current = current && contact.state() == State.CLOSED;
    wire.append(wire(CELL - CONTACT - left));
  }

  private String coil() {
    boolean lit = decision.outcome() == Outcome.GO;
    String text = lit ? "( GO )" : "(    )";
    return wire(2) + (lit ? Colour.GREEN.paint(text, terminal.colours()) : text);
  }

  private String wire(int length) {
    return String.valueOf(ink.wire(current)).repeat(length);
  }

  private String paint(State state, String text) {
    return colour(state).paint(text, terminal.colours());
  }

  /** What is not closed is shouted. */
  static String word(State state) {
    return state == State.CLOSED ? state.word() : state.word().toUpperCase(Locale.ROOT);
  }

  static Colour colour(State state) {
    return switch (state) {
      case CLOSED -> Colour.GREEN;
      case PENDING -> Colour.YELLOW;
      case OPEN -> Colour.RED;
      case UNKNOWN -> Colour.MAGENTA;
    };
  }

  private static String centred(String text, int width) {
    int left = Math.max(0, (width - text.length()) / 2);
    return " ".repeat(left) + text + " ".repeat(Math.max(0, width - left - text.length()));
  }
}
