package dev.interlock.changes.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event: what an iCalendar file says about it, and which minutes it takes by definition. */
public final class OracleEvent {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  public LocalDateTime start = LocalDateTime.MIN;
  public boolean wholeDay;
  public @Nullable ZoneId zone;
  public int days;
  public int minutes;

  /** True for DTEND, false for DURATION. */
  public boolean byEnd;

  public @Nullable OracleRule rule;
  public List<LocalDateTime> excluded = new ArrayList<>();
  public List<LocalDateTime> added = new ArrayList<>();

  /** Further starts that are written in UTC, whatever the zone of the event. */
  public List<Instant> addedInstants = new ArrayList<>();

  /** Original start to new start; null when cancelled. */
  public Map<LocalDateTime, @Nullable LocalDateTime> moved = new LinkedHashMap<>();

  /** What an earlier version said of some of the moved ones, naming the original in UTC. */
  public Map<LocalDateTime, LocalDateTime> outdated = new LinkedHashMap<>();

  /** The minutes of a range that the event takes, floating times read in the given zone. */
  public BitSet minutes(ZoneId fallback, Instant from, int size) {
    ZoneId in = zone == null ? fallback : zone;
    LocalDateTime end = from.plusSeconds(60L * size).atZone(in).toLocalDateTime().plusDays(3);
    List<LocalDateTime> starts = new ArrayList<>();
    if (rule == null) {
      starts.add(start);
    } else {
      starts.addAll(rule.starts(start, end));
    }
    starts.addAll(added);
    starts.removeAll(excluded);
    starts.removeAll(moved.keySet());
    moved.values().stream().filter(other -> other != null).forEach(starts::add);
    BitSet taken = new BitSet(size);
    for (LocalDateTime one : starts) {
      take(taken, one, in, from, size);
    }
    for (Instant one : addedInstants) {
      LocalDateTime shown = one.atZone(in).toLocalDateTime();
      long begin = one.getEpochSecond() / 60;
      boolean gone =
          Stream.concat(excluded.stream(), moved.keySet().stream())
              .anyMatch(other -> epochMinute(other, in) == begin);
      if (!gone) {
        take(taken, shown, begin, in, from, size);
      }
    }
    return taken;
  }

  private void take(BitSet taken, LocalDateTime one, ZoneId in, Instant from, int size) {
    if (wholeDay) {
      takeDays(taken, one.toLocalDate(), in, from, size);
      return;
    }
    take(taken, one, epochMinute(one, in), in, from, size);
  }

  private void take(
      BitSet taken, LocalDateTime one, long begin, ZoneId in, Instant from, int size) {
    // An end is an exact distance, measured on the first occurrence; a duration keeps its days.
    long end =
        byEnd
            ? begin
                + epochMinute(start.plusDays(days).plusMinutes(minutes), in)
                - epochMinute(start, in)
            : epochMinute(one.plusDays(days), in) + minutes;
    end = !byEnd && days == 0 ? begin + minutes : end;
    long origin = from.getEpochSecond() / 60;
    int first = Math.clamp(begin - origin, 0, size);
    taken.set(first, Math.clamp(end - origin, first, size));
  }

  /** A minute belongs to a day when the calendar on the wall shows that day. */
  private void takeDays(BitSet taken, LocalDate day, ZoneId in, Instant from, int size) {
    long first = day.minusDays(2).toEpochDay() * 1440 - from.getEpochSecond() / 60;
    for (long m = Math.max(0, first); m < Math.min(size, first + (days + 5) * 1440L); m++) {
      LocalDate shown = from.plusSeconds(60 * m).atZone(in).toLocalDate();
      if (!shown.isBefore(day) && shown.isBefore(day.plusDays(days))) {
        taken.set((int) m);
      }
    }
  }

  /** RFC 5545 section 3.3.5: the first of two, and the offset before a gap. */
  static long epochMinute(LocalDateTime local, ZoneId in) {
    List<ZoneOffset> offsets = in.getRules().getValidOffsets(local);
    ZoneOffset offset =
        offsets.isEmpty()
            ? in.getRules().getTransition(local).getOffsetBefore()
            : offsets.stream()
                .min((a, b) -> local.toInstant(a).compareTo(local.toInstant(b)))
                .orElseThrow();
    return local.toEpochSecond(offset) / 60;
  }

  /** The event as VEVENT components. */
  public String ics(String uid) {
    StringBuilder text = new StringBuilder("BEGIN:VEVENT\nUID:" + uid + "\nSUMMARY:" + uid + "\n");
    text.append(property("DTSTART", List.of(start))).append(lengthLine(start));
    if (rule != null) {
      text.append("RRULE:").append(rule.text()).append('\n');
    }
    if (!excluded.isEmpty()) {
      text.append(property("EXDATE", excluded));
    }
    if (!added.isEmpty()) {
      text.append(property("RDATE", added));
    }
    for (Instant one : addedInstants) {
      text.append("RDATE:").append(TIME.format(one.atOffset(ZoneOffset.UTC))).append("Z\n");
    }
    text.append("END:VEVENT");
    moved.forEach((original, other) -> text.append('\n').append(override(uid, original, other)));
    outdated.forEach((original, other) -> text.append('\n').append(outdated(uid, original, other)));
    return text.toString();
  }

  private String override(String uid, LocalDateTime original, @Nullable LocalDateTime other) {
    LocalDateTime shown = other == null ? original : other;
    return "BEGIN:VEVENT\nUID:"
        + uid
        + "\n"
        + property("RECURRENCE-ID", List.of(original))
        + property("DTSTART", List.of(shown))
        + lengthLine(shown)
        + (other == null ? "STATUS:CANCELLED\n" : "")
        + "SEQUENCE:1\nEND:VEVENT";
  }

  private String outdated(String uid, LocalDateTime original, LocalDateTime other) {
    long begin = 60 * epochMinute(original, Objects.requireNonNull(zone));
    return "BEGIN:VEVENT\nUID:"
        + uid
        + "\nRECURRENCE-ID:"
        + TIME.format(Instant.ofEpochSecond(begin).atOffset(ZoneOffset.UTC))
        + "Z\n"
        + property("DTSTART", List.of(other))
        + lengthLine(other)
        + "END:VEVENT";
  }

  private String lengthLine(LocalDateTime from) {
    return byEnd
        ? property("DTEND", List.of(from.plusDays(days).plusMinutes(minutes)))
        : "DURATION:P"
            + (days == 0 ? "" : days + "D")
            + (minutes == 0 ? "" : "T" + minutes + "M")
            + "\n";
  }

  private String property(String name, List<LocalDateTime> times) {
    String parameter =
        wholeDay ? ";VALUE=DATE" : zone == null || isUtc() ? "" : ";TZID=" + zone.getId();
    return name
        + parameter
        + ":"
        + String.join(",", times.stream().map(this::text).toList())
        + "\n";
  }

  private String text(LocalDateTime time) {
    return wholeDay ? DAY.format(time) : TIME.format(time) + (isUtc() ? "Z" : "");
  }

  private boolean isUtc() {
    return zone != null && zone.equals(ZoneOffset.UTC);
  }
}
