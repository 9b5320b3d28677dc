package dev.interlock.server.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.goldens.Checkout;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.estate.EstateFolder;
import dev.interlock.server.findings.FindingFilter.Words;
import dev.interlock.server.findings.FindingsPart.Found;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.ImportChanges;
import dev.interlock.usecases.InputRejected;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings on the sample's changes, in parts and by every filter. */
class ListFindingsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");
  private static final int ALL = 10_000;

  private static ListFindings list;
  private static FindingsPart everything;

  @BeforeAll
  static void file() {
    Path samples = Checkout.samples();
    ChangeBook book = ChangeBook.inMemory();
    CurrentEstate estate =
        new CurrentEstate(new EstateFolder(samples.resolve("estate")), InstantSource.fixed(NOW));
    estate.refresh();
    new ImportChanges(book)
        .run(samples.resolve("changes"), null, estate.inForce(), new Author("sample", NOW));
    list = ListFindings.of(book, estate);
    everything = part(words("", "", "", "", "", ""), null, ALL);
  }

  private static Words words(
      String severity, String control, String environment, String state, String change, String q) {
    return new Words(severity, control, environment, state, change, q);
  }

  private static FindingsPart part(Words words, @Nullable String cursor, int limit) {
    return list.run(words.filter(), cursor, limit, NOW);
  }

  @Test
  void parts_follow_one_another_and_leave_nothing_out() {
    List<Found> found = new ArrayList<>();
    String next = null;
    do {
      FindingsPart part = part(words("", "", "", "", "", ""), next, 3);
      assertThat(part.before()).isEqualTo(found.size());
      assertThat(part.total()).isEqualTo(everything.total()).isEqualTo(part.all());
      found.addAll(part.found());
      next = part.next();
    } while (next != null);

    assertThat(found).hasSizeGreaterThan(6).isEqualTo(everything.found());
    assertThat(everything.unchecked()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void a_severity_is_that_one_alone(Severity severity) {
    FindingsPart part = part(words(severity.word(), "", "", "", "", ""), null, ALL);

    assertThat(findings(part))
        .isEqualTo(findings(everything).stream().filter(f -> f.severity() == severity).toList());
    assertThat(part.all()).isEqualTo(everything.total());
  }

  @ParameterizedTest
  @EnumSource(FindingState.class)
  void a_state_is_that_one_alone(FindingState state) {
    assertThat(findings(part(words("", "", "", state.word(), "", ""), null, ALL)))
        .isEqualTo(findings(everything).stream().filter(f -> FindingState.of(f) == state).toList());
  }

  @Test
  void a_control_has_as_many_as_the_list_of_controls_says() {
    assertThat(everything.controls()).isNotEmpty();
    everything
        .controls()
        .forEach((control, number) ->
            assertThat(part(words("", control, "", "", "", ""), null, 1).total())
                .isEqualTo(number));
  }

  @Test
  void an_environment_and_a_change_are_those_of_the_change() {
    Found some = everything.found().getFirst();
    String environment = some.change().version().environment();
    assertThat(part(words("", "", environment, "", "", ""), null, ALL).found())
        .contains(some)
        .allMatch(found -> found.change().version().environment().equals(environment));
    assertThat(part(words("", "", "nowhere", "", "", ""), null, ALL).found()).isEmpty();
    assertThat(part(words("", "", "", "", some.change().name(), ""), null, ALL).found())
        .contains(some)
        .allMatch(found -> found.change().name().equals(some.change().name()));
  }

  @Test
  void a_text_is_part_of_what_is_judged_in_any_letter_case() {
    String name = findings(everything).getFirst().subject().name();
    FindingsPart part =
        part(
            words("", "", "", "", "", " " + name.toUpperCase(java.util.Locale.ROOT) + " "),
            null,
            ALL);

    assertThat(part.found()).isNotEmpty();
    assertThat(findings(part))
        .allMatch(f -> (f.subject().name() + f.subject().id()).contains(name));
    assertThat(part(words("", "", "", "", "", "[no such (thing"), null, ALL).found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"purple", "CRITICAL AND MORE", "\0"})
  void a_word_that_there_is_not_is_refused_with_those_there_are(String word) {
    assertThatThrownBy(() -> words(word, "", "", "", "", "").filter())
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo("SRV013");
              assertThat(e.problems().getFirst().hint()).contains("low, medium, high, critical");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "1-", "-", "99999999999999999999-1"})
  void a_place_that_is_none_is_refused(String cursor) {
    assertThatThrownBy(() -> part(words("", "", "", "", "", ""), cursor, 1))
        .isInstanceOf(InputRejected.class);
  }

  private static List<Finding> findings(FindingsPart part) {
    return part.found().stream().map(Found::finding).toList();
  }
}
