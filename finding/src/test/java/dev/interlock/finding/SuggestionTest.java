package dev.interlock.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  private static final List<String> KNOWN =
      List.of("displayName", "timeZone", "rto", "rpo", "services", "criticality");

  @ParameterizedTest
  @CsvSource({
    "dispalyName, displayName",
    "timezone, timeZone",
    "service, services",
    "critcality, criticality",
    "rtoo, rto"
  })
  void a_slip_is_recognised(String typed, String meant) {
    assertThat(Suggestion.nearest(typed, KNOWN)).contains(meant);
  }

  @Test
  void nothing_near_suggests_nothing() {
    assertThat(Suggestion.didYouMean("backupWindow", KNOWN)).isEmpty();
    assertThat(Suggestion.didYouMean("", KNOWN)).isEmpty();
  }

  @Test
  void the_hint_is_a_question() {
    assertThat(Suggestion.didYouMean("servces", KNOWN)).contains("did you mean \"services\"?");
  }
}
