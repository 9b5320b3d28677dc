package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of RFC 5545 section 3.8.5.3 happen when the RFC says they do. */
class RfcExamplesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  record Example(
      String name, String start, String rule, boolean complete, List<LocalDateTime> occurrences) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Example> examples() throws IOException {
    try (InputStream in = RfcExamplesTest.class.getResourceAsStream("rfc5545-examples.txt")) {
      if (in == null) {
        throw new IllegalStateException("rfc5545-examples.txt is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .map(RfcExamplesTest::read);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void an_example_happens_when_the_rfc_says(Example example) {
    LocalDateTime last = example.occurrences().getLast();
    // A complete example is looked at for ten more years: nothing may follow.
    LocalDateTime end = example.complete() ? last.plusYears(10) : last.plusMinutes(1);
    assertThat(starts(example.rule(), example.start(), end)).isEqualTo(example.occurrences());
  }

  @Test
  void a_daily_rule_until_christmas_eve_ends_the_day_before() {
    List<LocalDateTime> starts =
        starts("FREQ=DAILY;UNTIL=19971224T000000Z", "19970902T090000", time("19980201T000000"));

    assertThat(starts).hasSize(113).endsWith(time("19971223T090000"));
  }

  @Test
  void every_day_in_january_can_be_said_in_two_ways() {
    LocalDateTime end = time("20010101T000000");
    List<LocalDateTime> yearly =
        starts(
            "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
            "19980101T090000",
            end);

    assertThat(yearly)
        .hasSize(93)
        .startsWith(time("19980101T090000"))
        .endsWith(time("20000131T090000"));
    assertThat(starts("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "19980101T090000", end))
        .isEqualTo(yearly);
  }

  @Test
  void every_20_minutes_of_the_working_day_can_be_said_in_two_ways() {
    LocalDateTime end = time("19970904T090100");
    List<LocalDateTime> daily =
        starts("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", "19970902T090000", end);

    assertThat(daily).hasSize(49).contains(time("19970902T164000"), time("19970903T092000"));
    assertThat(
            starts(
                "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", "19970902T090000", end))
        .isEqualTo(daily);
  }

  private static List<LocalDateTime> starts(String rule, String start, LocalDateTime end) {
    String exception = "";
    String plain = rule;
    int at = rule.indexOf(" EXDATE ");
    if (at >= 0) {
      exception = "\nEXDATE;TZID=America/New_York:" + rule.substring(at + 8);
      plain = rule.substring(0, at);
    }
    Windows windows =
        TestEstate.plant("plant", "America/New_York")
            .file(
                "rfc",
                Effect.FREEZE,
                "DTSTART;TZID=America/New_York:"
                    + start
                    + "\nDURATION:PT1M\nRRULE:"
                    + plain
                    + exception)
            .windows();
    LocalDateTime first = time(start);
    Duration range = Duration.between(first.atZone(NEW_YORK), end.atZone(NEW_YORK));
    WindowAnswer answer =
        windows.at(
            first.atZone(NEW_YORK).toInstant(), range, WindowScope.of(WindowRule.OUTSIDE_FREEZE));
    return ((WindowAnswer.Closed) answer)
        .closures().stream()
            .map(closure -> closure.from().toLocalDateTime())
            .sorted(Comparator.naturalOrder())
            .toList();
  }

  private static Example read(String line) {
    String[] cells = line.split("\\|");
    List<LocalDateTime> occurrences = new ArrayList<>();
    int year = 0;
    for (String word : cells[4].strip().split(" ")) {
      int slash = word.indexOf('/');
      int time = word.indexOf('@');
      if (slash < 0) {
        year = Integer.parseInt(word);
      } else {
        String day = word.substring(slash + 1, time < 0 ? word.length() : time);
        LocalDate date =
            LocalDate.of(year, Integer.parseInt(word.substring(0, slash)), Integer.parseInt(day));
        LocalTime at =
            time < 0
                ? LocalTime.of(9, 0)
                : LocalTime.of(
                    Integer.parseInt(word.substring(time + 1, time + 3)),
                    Integer.parseInt(word.substring(time + 3)));
        occurrences.add(date.atTime(at));
      }
    }
    return new Example(
        cells[0].strip(),
        cells[1].strip(),
        cells[2].strip(),
        cells[3].strip().equals("all"),
        occurrences);
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text, BASIC);
  }
}
