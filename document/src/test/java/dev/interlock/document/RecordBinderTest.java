package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Money;
import dev.interlock.finding.Severity;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordBinderTest {

  private final RecordBinder binder = new RecordBinder();
  private final List<Diagnostic> wrong = new ArrayList<>();

  private Optional<Everything> bind(String json) {
    return binder.bind(Everything.class, JsonNodes.quoted(json), "f.json", wrong::add);
  }

  private Optional<Everything> bindWith(String key, String value) {
    String others =
        Everything.JSON
            .lines()
            .filter(line -> !line.startsWith("'" + key + "'"))
            .collect(Collectors.joining("\n"));
    return bind("{'" + key + "': " + value + ",\n" + others.replaceFirst("\\{", ""));
  }

  @Test
  void every_type_is_read() {
    Everything read = bind(Everything.JSON).orElseThrow();

    assertThat(wrong).isEmpty();
    assertThat(read.text()).isEqualTo("hello");
    assertThat(read.exact()).isEqualTo(new BigDecimal("1.50"));
    assertThat(read.color()).isEqualTo(Everything.Color.DEEP_SKY_BLUE);
    assertThat(read.day()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(read.duration()).isEqualTo(Duration.ofHours(26));
    assertThat(read.time()).isEqualTo(LocalTime.of(6, 0));
    assertThat(read.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
    assertThat(read.money()).isEqualTo(Money.of("12500.00", "EUR"));
    assertThat(read.severity()).isEqualTo(Severity.HIGH);
    assertThat(read.inner().parts()).hasSize(1);
  }

  @Test
  void what_is_absent_is_null_empty_or_false() {
    Everything read = bind(Everything.JSON).orElseThrow();

    assertThat(read.maybe()).isNull();
    assertThat(read.tristate()).isNull();
    assertThat(read.flag()).isFalse();
    assertThat(read.texts()).isEmpty();
    assertThat(read.free()).isEmpty();
  }

  @Test
  void a_key_with_nothing_after_it_counts_as_absent_where_it_may_be() {
    Everything read = bindWith("maybe", "null, 'texts': null, 'flag': null").orElseThrow();

    assertThat(wrong).isEmpty();
    assertThat(read.maybe()).isNull();
    assertThat(read.texts()).isEmpty();
  }

  @Test
  void every_mistake_is_reported_at_once_with_its_place() {
    Optional<Everything> read =
        bind("{'textt': 'x',\n 'count': 'three',\n 'color': 'deep-sky-blu',\n 'inners': [{}]}");

    assertThat(read).isEmpty();
    assertThat(wrong.stream().filter(d -> d.code().equals("DOC102"))).hasSize(15);
    assertThat(wrong.stream().map(Diagnostic::render).toList())
        .contains(
            "f.json:1:2: error: unknown key \"textt\" [DOC101]\n  hint: did you mean \"text\"?",
            "f.json:2:11: error: count: expected a whole number, found \"three\" [DOC103]",
            "f.json:3:11: error: color: expected one of red, deep-sky-blue, found"
                + " \"deep-sky-blu\" [DOC104]\n  hint: did you mean \"deep-sky-blue\"?",
            "f.json:4:13: error: inners[0].name is missing: expected text [DOC102]\n"
                + "  hint: Its name.");
  }

  @Test
  void a_hint_tells_what_the_key_is_for() {
    bindWith("duration", "'4 hours'");

    assertThat(wrong).hasSize(1);
    assertThat(wrong.getFirst().message())
        .isEqualTo(
            "duration: expected a length of time such as PT15M, PT4H or P14D (ISO 8601), found"
                + " \"4 hours\"");
    assertThat(wrong.getFirst().hint()).isEqualTo("write PT4H (How long it takes. Example: PT4H)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text      | 17                   | put it in quotes: "17"
          flag      | 'yes'                | write true
          count     | '3'                  | leave out the quotes: 3
          texts     | 'odoo'               | write a list: [odoo]
          duration  | 'P1M'                | months and years have no fixed length: write days
          duration  | 'P1Y2DT3H'           | months and years have no fixed length: write days
          duration  | 'P-90D'              | a length of time is never below zero: leave out the sign
          duration  | '-PT5M'              | a length of time is never below zero: leave out the sign
          duration  | 'PT'                 | How long it takes.
          duration  | 'pt4h'               | write PT4H
          zone      | 'Vienna'             | did you mean "Europe/Vienna"?
          zone      | 'Europe/Viena'       | did you mean "Europe/Vienna"?
          zone      | '+01:00'             | name a city, so that daylight saving is known
          currency  | 'eur'                | did you mean "EUR"?
          money     | 12500                | add the currency: 12500 EUR
          money     | '12,500.00 EUR'      | write no thousands separators, and a point before the cents
          severity  | 'hihg'               | did you mean "high"?
          """)
  void common_slips_get_a_hint(String key, String value, String hint) {
    assertThat(bindWith(key, value)).isEmpty();

    assertThat(wrong).hasSize(1);
    assertThat(wrong.getFirst().hint()).startsWith(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          zone     | 'EST'
          zone     | 'Etc/GMT-1'
          zone     | 'UTC+1'
          zone     | 'europe/vienna'
          duration | '-PT5M'
          duration | 'PT'
          duration | 'P'
          duration | 'PT5M3H'
          duration | 'PT1.5H'
          duration | 'PT5M '
          duration | 'P1DT'
          duration | 'PT9999999999S'
          date     | '2026-02-30'
          time     | '24:00'
          time     | '6:00'
          month    | '2026-13'
          instant  | '2026-12-24T18:00'
          money    | '12.50EUR'
          money    | '1e3 EUR'
          money    | '12.50 EURO'
          money    | '.5 EUR'
          count    | 2147483648
          count    | 1.5
          count    | 1e999999999
          exact    | 1e999999999
          color    | 7
          text     | null
          inner    | {'name': 'forbidden'}
          inner    | 'a'
          texts    | [null]
          free     | {'a': 1}
          """)
  void what_makes_no_sense_is_refused(String key, String value) {
    assertThat(bindWith(key, value)).isEmpty();
    assertThat(wrong).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          duration | 'P2W'           | PT336H
          duration | 'PT0S'          | PT0S
          duration | 'P1DT0.5S'      | PT24H0.5S
          duration | 'PT90M'         | PT1H30M
          color    | 'DEEP_SKY_BLUE' | DEEP_SKY_BLUE
          color    | 'Red'           | RED
          day      | 'MONDAY'        | MONDAY
          day      | 'Sun'           | SUNDAY
          zone     | 'UTC'           | UTC
          zone     | 'Japan'         | Japan
          instant  | '2026-12-24T18:00:00+01:00' | 2026-12-24T17:00:00Z
          money    | {'amount': 3, 'currency': 'EUR'} | 3 EUR
          count    | 3.0             | 3
          """)
  void other_ways_to_write_it_are_understood(String key, String value, String expected)
      throws ReflectiveOperationException {
    Everything read = bindWith(key, value).orElseThrow();
    assertThat(String.valueOf(Everything.class.getDeclaredMethod(key).invoke(read)))
        .isEqualTo(expected);
  }

  @Test
  void free_form_keeps_order_types_and_null() {
    Everything read =
        bindWith("free", "{'a': {'z': 1, 'b': [true, null, 1.5], 'c': 'x'}}").orElseThrow();

    Map<String, Object> free = Objects.requireNonNull(read.free().get("a"));
    assertThat(free.keySet()).containsExactly("z", "b", "c");
    assertThat(free).containsEntry("z", 1L).containsEntry("c", "x");
    assertThat(String.valueOf(free.get("b"))).isEqualTo("[true, null, 1.5]");
  }

  @Test
  void a_draft_is_built_although_a_key_is_unknown() {
    String json = Everything.JSON.replace("'text'", "'extra': 1, 'text'");

    Draft<Everything> draft =
        binder.draft(Everything.class, JsonNodes.quoted(json), "f", wrong::add);
    assertThat(draft.record()).isPresent();
    assertThat(draft.turns()).isZero();
    assertThat(wrong).hasSize(1);
    assertThat(bind(json)).isEmpty();
  }

  @Test
  void long_values_are_shortened_in_messages() {
    bindWith("duration", "'" + "x".repeat(10_000) + "'");

    assertThat(wrong.getFirst().message().length()).isLessThan(200);
  }
}
