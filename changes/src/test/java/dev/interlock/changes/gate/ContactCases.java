package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** What the cases of the contacts share: one thing is spoilt, and the reason says which. */
final class ContactCases {

  private ContactCases() {}

  static void expect(String name, String state, String says, Spoil spoil) {
    Scenario scenario = new Scenario();
    spoil.what(scenario);
    Decision decision = scenario.decide();
    Contact contact =
        decision.contacts().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();

    assertThat(contact.reason()).contains(says);
    assertThat(contact.state().word()).as(contact.reason()).isEqualTo(state);
    assertThat(decision.outcome() == Outcome.GO)
        .isEqualTo(decision.contacts().stream().allMatch(c -> c.state() == State.CLOSED));
  }

  /** What a case spoils. */
  interface Spoil {
    void what(Scenario scenario);
  }

  static Arguments spoil(String title, String state, String says, Spoil spoil) {
    return Arguments.of(state, says, Named.of(title, spoil));
  }

  static String productionWithout(String estate, String line) {
    int at = estate.indexOf("metadata: {name: production}\nspec:\n  displayName: Production");
    UnaryOperator<String> cut = text -> text.replaceFirst(line, "");
    return estate.substring(0, at) + cut.apply(estate.substring(at));
  }
}
