package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Plant;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people are asked while an estate is drafted, and what their answers do. */
class DraftQuestionsTest extends DraftOfACompany {

  @Test
  void answers_fill_gaps_and_bad_answers_do_not() throws IOException {
    company();
    Asker asker =
        (question, _) ->
            Optional.of(
                question.startsWith("Which plants")
                    ? "Linz=Europe/Vienna"
                    : question.startsWith("When")
                        ? "sun-mon 22:00-6:00"
                        : question.contains("cost") ? "900 EUR" : "PT2H");
    DraftedEstate drafted = draft(asker);
    Estate estate = estate();
    assertThat(estate.all(Plant.class)).containsOnlyKeys("linz");
    assertThat(estate.find(Environment.class, "production").map(Environment::budget))
        .contains("production");
    assertThat(estate.find(Plant.class, "linz").orElseThrow().shifts().getFirst().days())
        .containsExactly(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
    assertThat(drafted("estate/processes.yaml")).contains("rto: PT2H\n");
    assertThat(drafted.gaps().stream().map(DraftedEstate.Gap::topic))
        .doesNotContain("owner", "plants", "budget");
  }

  @Test
  void a_wrong_answer_gets_a_hint_and_is_asked_again() throws IOException {
    company();
    List<String> asked = new ArrayList<>();
    List<String> answers =
        new ArrayList<>(
            List.of("all day", "", "Linz=Europe/Viena", "Linz=Europe/Vienna", "soon", "4h"));
    draft((question, _) -> {
      asked.add(question);
      return answers.isEmpty() ? Optional.empty() : Optional.of(answers.removeFirst());
    });
    assertThat(asked.get(1)).contains("\"all day\" is not days and hours");
    assertThat(asked.get(3))
        .contains("no time zone \"Europe/Viena\"", "Once more? (Linz=Europe/Vienna)");
    assertThat(asked.get(5)).contains("\"soon\" is not a length of time");
    assertThat(estate().all(Plant.class)).containsOnlyKeys("linz");
    assertThat(drafted("estate/processes.yaml")).contains("rto: PT4H\n");
  }

  @Test
  void an_answer_is_in_the_draft_before_the_next_question() throws IOException {
    company();
    assertThatThrownBy(() ->
            draft((question, _) -> {
              if (question.startsWith("How long")) {
                throw new IllegalStateException("somebody leaves");
              }
              return Optional.of(question.startsWith("When") ? "1" : "Linz=Europe/Vienna");
            }))
        .hasMessage("somebody leaves");
    assertThat(estate().all(Plant.class)).containsOnlyKeys("linz");
    assertThat(drafted("GAPS.md")).contains("# From this draft to a first go");
  }

  @Test
  void what_a_tag_tells_is_not_asked() throws IOException {
    company();
    List<String> asked = new ArrayList<>();
    draft((question, guess) -> {
      asked.add(question + " " + guess);
      return Optional.empty();
    });
    assertThat(asked).noneMatch(question -> question.startsWith("Who answers"));
    assertThat(asked.get(1)).endsWith(" North=Europe/Amsterdam");
  }
}
