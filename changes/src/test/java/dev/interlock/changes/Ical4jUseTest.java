package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Calendar.Effect;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;

/**
 * ical4j takes calendar files apart and does nothing else: what it would do with time zones and
 * recurrence is shown here to be what Interlock must not do.
 */
class Ical4jUseTest {

  private static final Pattern USES = Pattern.compile("net/fortuna/ical4j/[A-Za-z0-9/]+");

  @Test
  void only_its_parser_is_used() throws IOException {
    assertThat(uses(Path.of("target/classes")))
        .isNotEmpty()
        .allSatisfy(type -> assertThat(type).startsWith("net/fortuna/ical4j/data/"));
    assertThat(uses(Path.of("target/test-classes"))).contains("net/fortuna/ical4j/model/Recur");
  }

  @Test
  void time_zones_are_never_looked_up_over_the_network() {
    List<URI> asked = new ArrayList<>();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(new Recorder(asked));
    try {
      String zone =
          """
          BEGIN:VTIMEZONE
          TZID:Europe/Vienna
          TZURL:http://tzurl.org/zoneinfo/Europe/Vienna
          BEGIN:STANDARD
          DTSTART:19700101T000000
          TZOFFSETFROM:+0100
          TZOFFSETTO:+0100
          END:STANDARD
          END:VTIMEZONE
          BEGIN:VEVENT
          UID:1
          DTSTART;TZID=Europe/Vienna:20260701T090000
          DURATION:PT1H
          END:VEVENT\
          """;
      Windows windows =
          TestEstate.plant("linz", "Europe/Vienna")
              .wholeFile("c", Effect.FREEZE, TestEstate.ics(zone))
              .file("unknown", Effect.ALLOW, "DTSTART;TZID=Not/Known:20260701T090000")
              .windows();

      // Summer time: the JDK's rules for an IANA name, not the file's copy.
      assertThat(CalendarMeaningTest.taken(windows, Instant.parse("2026-01-01T00:00:00Z")))
          .containsExactly("2026-07-01T07:00Z/2026-07-01T08:00Z");
      assertThat(windows.problems()).hasSize(1);
      assertThat(asked).isEmpty();
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  /** When one of these fails, the library has changed: look at the decision on recurrence again. */
  @Test
  void its_recurrence_loses_occurrences() {
    // 2026-01-02 is a Friday in January; the week's other days lie in December.
    assertThat(
            recur("FREQ=WEEKLY;WKST=MO;BYMONTH=1;BYDAY=FR", "2025-12-31T09:00", "2026-01-05T00:00"))
        .doesNotContain(LocalDateTime.parse("2026-01-02T09:00"));
    // Four times a day, every Monday in January.
    assertThat(
            recur(
                "FREQ=HOURLY;INTERVAL=6;BYMONTH=1;BYDAY=MO",
                "2026-01-05T00:00",
                "2026-01-06T00:00"))
        .doesNotContain(LocalDateTime.parse("2026-01-05T06:00"));
    // It gives up after a thousand empty hours.
    assertThat(recur("FREQ=HOURLY;BYMONTH=1;BYHOUR=9", "2026-01-05T09:00", "2027-01-03T00:00"))
        .doesNotContain(LocalDateTime.parse("2027-01-01T09:00"));
    // The 31st of every month that has one.
    assertThat(recur("FREQ=YEARLY;BYMONTHDAY=31", "2026-01-31T09:00", "2026-12-31T23:00"))
        .doesNotContain(LocalDateTime.parse("2026-03-31T09:00"));
  }

  @Test
  void its_recurrence_depends_on_the_machines_locale() {
    Locale before = Locale.getDefault();
    String rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU";
    try {
      Locale.setDefault(Locale.GERMANY);
      List<LocalDateTime> germany = recur(rule, "1997-08-05T09:00", "1997-09-01T00:00");
      Locale.setDefault(Locale.US);
      assertThat(recur(rule, "1997-08-05T09:00", "1997-09-01T00:00")).isNotEqualTo(germany);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<LocalDateTime> recur(String rule, String first, String end) {
    LocalDateTime start = LocalDateTime.parse(first);
    return new Recur<LocalDateTime>(rule).getDates(start, start, LocalDateTime.parse(end));
  }

  private static SortedSet<String> uses(Path classes) throws IOException {
    SortedSet<String> types = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String constants = Files.readString(file, StandardCharsets.ISO_8859_1);
        USES.matcher(constants).results().forEach(use -> types.add(use.group()));
      }
    }
    return types;
  }

  private static final class Recorder extends ProxySelector {
    private final List<URI> asked;

    Recorder(List<URI> asked) {
      this.asked = asked;
    }

    @Override
    public List<Proxy> select(URI uri) {
      asked.add(uri);
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      asked.add(uri);
    }
  }
}
