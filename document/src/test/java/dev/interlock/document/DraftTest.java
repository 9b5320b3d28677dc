package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of a record when parts of it can't be read. */
class DraftTest {

  private final RecordBinder binder = new RecordBinder();
  private final List<Diagnostic> wrong = new ArrayList<>();

  private Draft<Everything> draft(String json) {
    return binder.draft(Everything.class, JsonNodes.quoted(json), "f", wrong::add);
  }

  static Stream<String> lines() {
    return Everything.JSON
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("'") && !line.startsWith("'inners'"));
  }

  @Test
  void a_record_that_can_be_read_is_there_once() {
    Draft<Everything> draft = draft(Everything.JSON);

    assertThat(draft.turns()).isZero();
    assertThat(draft.filled(0)).isEqualTo(draft.record()).isPresent();
    assertThat(draft.filled(7)).isEqualTo(draft.record());
    assertThat(draft.partsLost()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void something_else_stands_at_each_turn_where_a_value_is_missing(String line) {
    Draft<Everything> draft = draft(Everything.JSON.replace(line, ""));

    assertThat(wrong).extracting(Diagnostic::code).containsExactly("DOC102");
    assertThat(draft.record()).isEmpty();
    Set<Optional<Everything>> seen = new HashSet<>();
    for (int turn = 0; turn < draft.turns(); turn++) {
      assertThat(draft.filled(turn)).isPresent();
      seen.add(draft.filled(turn));
    }
    assertThat(seen).hasSize(draft.turns()).hasSizeGreaterThan(1);
    assertThat(draft.filled(draft.turns())).isEqualTo(draft.filled(0));
    assertThat(wrong).as("what the turns say of it").hasSize(1);
  }

  @Test
  void every_word_of_an_enum_has_its_turn() {
    Draft<Everything> draft = draft(Everything.JSON.replace("'deep-sky-blue'", "7"));

    assertThat(IntStream.range(0, draft.turns()).mapToObj(turn -> draft.filled(turn).get().color()))
        .containsExactlyInAnyOrder(Everything.Color.values());
  }

  @Test
  void what_may_be_absent_is_left_out_and_stands_there_in_turn() {
    Draft<Everything> draft = draft(Everything.JSON.replace("{", "{'maybe': [1], "));

    assertThat(draft.record()).hasValueSatisfying(found -> assertThat(found.maybe()).isNull());
    assertThat(draft.filled(1)).hasValueSatisfying(found -> assertThat(found.maybe()).isNotNull());
  }

  @Test
  void places_in_a_list_stay() {
    String inners = "'inners': [{'name': 7, 'parts': []}, {'name': 'b', 'parts': []}]";
    Draft<Everything> draft = draft(Everything.JSON.replace("'inners': []", inners));

    assertThat(draft.partsLost()).isTrue();
    assertThat(draft.filled(0).orElseThrow().inners()).hasSize(2);
    assertThat(draft.filled(0).orElseThrow().inners().get(1).name()).isEqualTo("b");
  }

  @Test
  void nothing_stands_for_what_is_no_mapping() {
    Draft<Everything> draft = draft("[1]");

    assertThat(draft.turns()).isZero();
    assertThat(draft.filled(0)).isEmpty();
    assertThat(draft.partsLost()).isTrue();
  }

  @Test
  void only_what_is_wrong_at_every_turn_is_wrong() {
    Draft<Everything> draft = draft(Everything.JSON.replace("'count': 3,", ""));

    assertThat(draft.agreed(found -> List.of(problem("always"), problem("count " + found.count()))))
        .containsExactly(problem("always"));
  }

  private static Diagnostic problem(String message) {
    return Diagnostic.error("X001", SourceRef.file("f"), message);
  }
}
