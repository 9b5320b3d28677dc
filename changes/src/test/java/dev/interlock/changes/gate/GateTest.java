package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import org.junit.jupiter.api.Test;

class GateTest {

  @Test
  void a_change_that_is_in_order_goes() {
    Decision decision = new Scenario().decide();

    assertThat(decision.contacts())
        .allSatisfy(c -> assertThat(c.state()).as(c.reason()).isEqualTo(State.CLOSED));
    assertThat(decision.outcome()).isEqualTo(Outcome.GO);
    assertThat(decision.tier()).isEqualTo("normal");
    assertThat(decision.notBefore()).isNull();
    assertThat(decision.contacts())
        .extracting(Contact::name)
        .containsExactly(
            "rules",
            "window",
            "approvals",
            "segregation",
            "way-back",
            "promotion",
            "incidents",
            "money");
  }
}
