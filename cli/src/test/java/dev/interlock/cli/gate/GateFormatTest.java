package dev.interlock.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.MissingApproval;
import dev.interlock.cli.CliGolden;
import dev.interlock.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateFormatTest {

  private static final Instant AT = Instant.parse("2026-11-21T14:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-22T20:00:00Z");
  private static final List<String> NAMES =
      List.of(
          "rules",
          "window",
          "approvals",
          "segregation",
          "way-back",
          "promotion",
          "incidents",
          "money");

  /** Mostly closed, so that some rungs conduct. */
  private static final List<State> STATES =
      List.of(
          State.CLOSED,
          State.CLOSED,
          State.CLOSED,
          State.CLOSED,
          State.CLOSED,
          State.CLOSED,
          State.CLOSED,
          State.CLOSED,
          State.CLOSED,
          State.PENDING,
          State.OPEN,
          State.UNKNOWN);

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void text_draws_the_rung_and_says_why(Outcome outcome) {
    CliGolden.verify(
        "gate/" + outcome.word() + ".txt", text(decision(outcome), terminal(80, true)));
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void json_is_the_contract(Outcome outcome) {
    StringWriter json = new StringWriter();
    PrintWriter out = new PrintWriter(json);
    GateJson.write(decision(outcome), out);
    out.flush();
    CliGolden.verify("gate/" + outcome.word() + ".json", json.toString());
  }

  @Test
  void a_waiting_change_names_the_slot_everywhere_and_the_command_for_each_person() {
    List<Contact> contacts =
        List.of(contact("window", State.PENDING, LATER), contact("approvals", State.PENDING, null));
    String text = text(decision(Outcome.WAIT, null, contacts), terminal(80, true));
    assertThat(text)
        .contains(
            """
            Next slot     Sun 2026-11-22 20:00 UTC
                          Sun 2026-11-22 21:00 Europe/Vienna (+01:00), graz
                          Sun 2026-11-22 14:00 America/Monterrey (-06:00), monterrey
            Waits for
              window       the time above
              approvals    plant-manager for graz: ada or o'neill runs
                ./interlock approve 'my changes/odoo.yaml' \\
                    --estate e --person ada \\
                    --role plant-manager --plant graz \\
                    --key ada.key \\
                    --out evidence/odoo-18-2/approval-ada.json
            """);
  }

  @Test
  void a_terminal_without_box_drawing_gets_ascii() {
    String text = text(decision(Outcome.STOP), terminal(80, false));
    CliGolden.verify("gate/stop-ascii.txt", text);
    assertThat(text).matches("\\p{ASCII}*");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 55, 66, 80, 120, 160})
  void the_drawing_fits_the_terminal_and_holds_every_contact(int width) {
    List<String> lines = Ladder.draw(decision(Outcome.STOP), terminal(width, true));
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    NAMES.forEach(name -> assertThat(String.join("\n", lines)).containsOnlyOnce(name));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void current_stops_at_the_first_contact_that_is_not_closed(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    List<Contact> contacts = new ArrayList<>();
    boolean flows = true;
    for (String name : NAMES) {
      State state = STATES.get(random.nextInt(STATES.size()));
      flows &= state == State.CLOSED;
      contacts.add(contact(name, state, null));
    }
    Outcome outcome = flows ? Outcome.GO : Outcome.STOP;
    String wire =
        String.join("\n", Ladder.draw(decision(outcome, null, contacts), terminal(160, true)));
    assertThat(wire.contains("( GO )━━║")).isEqualTo(flows);
    assertThat(wire.contains("─")).isEqualTo(!flows);
  }

  @Test
  void states_differ_without_colour() {
    for (Ink ink : List.of(Ink.BOX, Ink.ASCII)) {
      assertThat(List.of(State.values()).stream().map(s -> ink.contact(s, true)))
          .doesNotHaveDuplicates();
      assertThat(List.of(State.values()).stream().map(s -> ink.contact(s, false)))
          .doesNotHaveDuplicates();
    }
  }

  private static String text(Decision decision, Terminal terminal) {
    var plants = new TreeMap<String, ZoneId>();
    plants.put("graz", ZoneId.of("Europe/Vienna"));
    plants.put("monterrey", ZoneId.of("America/Monterrey"));
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    GateText.write(
        new GateView(
            "odoo-18-2",
            "Bring in Odoo 18.2",
            "production",
            decision,
            plants,
            List.of(new MissingApproval("plant-manager", "graz", List.of("ada", "o'neill"))),
            new ApproveLines(
                "./interlock", Path.of("my changes/odoo.yaml"), "odoo-18-2", Path.of("e"), null),
            terminal),
        out);
    out.flush();
    return text.toString();
  }

  private static Terminal terminal(int width, boolean boxes) {
    return new Terminal(false, false, false, boxes, width);
  }

  private static Decision decision(Outcome outcome) {
    List<Contact> contacts = new ArrayList<>();
    for (String name : NAMES) {
      contacts.add(contact(name, State.CLOSED, null));
    }
    if (outcome != Outcome.GO) {
      contacts.set(1, contact("window", State.PENDING, LATER));
    }
    if (outcome == Outcome.STOP) {
      contacts.set(2, contact("approvals", State.PENDING, null));
      contacts.set(4, contact("way-back", State.UNKNOWN, null));
      contacts.set(6, contact("incidents", State.OPEN, null));
    }
    return decision(outcome, outcome == Outcome.WAIT ? LATER : null, contacts);
  }

  private static Decision decision(
      Outcome outcome, @Nullable Instant notBefore, List<Contact> contacts) {
    return new Decision(outcome, "high", AT, notBefore, AT.plusSeconds(3600), contacts);
  }

  private static Contact contact(String name, State state, @Nullable Instant closesAt) {
    return new Contact(
        name,
        state,
        "The "
            + name
            + " contact is "
            + state.word()
            + " for a reason long enough to be wrapped once.",
        closesAt,
        name.equals("rules") ? List.of("sha256:0123", "manifests/odoo.yaml") : List.of());
  }
}
