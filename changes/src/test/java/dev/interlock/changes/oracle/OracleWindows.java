package dev.interlock.changes.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When an environment may be changed, minute by minute, straight from the definitions. */
public final class OracleWindows {

  /** FREEZE, BUSY or ALLOW. */
  public enum Effect {
    FREEZE,
    BUSY,
    ALLOW
  }

  /** A calendar of a plant, or of the environment when the plant is null. */
  public record Entry(
      @Nullable Integer plant, Effect effect, OracleEvent event, Set<String> tiers) {}

  /** A shift: days on which it starts, and its times on the plant's clock. */
  public record Shift(
      Set<DayOfWeek> days, LocalTime start, LocalTime end, boolean changesAllowed) {}

  /** A plant. */
  public record Site(ZoneId zone, List<Shift> shifts) {}

  private final Instant from;
  private final int size;
  private final ZoneId ownZone;
  private final List<Site> sites;
  private final List<Entry> entries;
  private final String tier;
  private final Map<Entry, BitSet> taken = new HashMap<>();

  public OracleWindows(
      Instant from, int size, ZoneId ownZone, List<Site> sites, List<Entry> entries, String tier) {
    this.from = from;
    this.size = size;
    this.ownZone = ownZone;
    this.sites = sites;
    this.entries = entries;
    this.tier = tier;
  }

  /** Minutes that a freeze takes. */
  public BitSet frozen() {
    BitSet minutes = new BitSet(size);
    for (int plant = -1; plant < sites.size(); plant++) {
      minutes.or(of(plant < 0 ? null : plant, Effect.FREEZE));
    }
    return minutes;
  }

  /** Minutes in which a change is forbidden outside of freezes, when people are at work. */
  public BitSet busy() {
    BitSet closed = of(null, Effect.BUSY);
    closed.andNot(of(null, Effect.ALLOW));
    for (int plant = 0; plant < sites.size(); plant++) {
      BitSet busy = of(plant, Effect.BUSY);
      busy.or(shifts(sites.get(plant)));
      busy.andNot(allowed(plant));
      closed.or(busy);
    }
    return closed;
  }

  /** Minutes that at least one plant has no maintenance window for. */
  public BitSet outsideMaintenance() {
    BitSet closed = new BitSet(size);
    for (int plant = 0; plant < sites.size(); plant++) {
      BitSet missing = allowed(plant);
      missing.flip(0, size);
      closed.or(missing);
    }
    if (sites.isEmpty()) {
      closed.set(0, size);
      closed.andNot(of(null, Effect.ALLOW));
    }
    BitSet own = of(null, Effect.BUSY);
    own.andNot(of(null, Effect.ALLOW));
    closed.or(own);
    return closed;
  }

  /** The first minute from which a number of minutes are all free; -1 when there is none. */
  public static int firstFree(BitSet closed, int length, int lastStart) {
    for (int start = 0; start <= lastStart; start++) {
      int blocked = closed.nextSetBit(start);
      if (blocked < 0 || blocked >= start + length) {
        return start;
      }
    }
    return -1;
  }

  private BitSet allowed(int plant) {
    BitSet minutes = of(plant, Effect.ALLOW);
    minutes.or(of(null, Effect.ALLOW));
    return minutes;
  }

  private BitSet of(@Nullable Integer plant, Effect effect) {
    BitSet minutes = new BitSet(size);
    ZoneId zone = plant == null ? ownZone : sites.get(plant).zone();
    for (Entry entry : entries) {
      boolean mine = java.util.Objects.equals(entry.plant(), plant) && entry.effect() == effect;
      if (mine && (entry.tiers().isEmpty() || entry.tiers().contains(tier))) {
        minutes.or(taken.computeIfAbsent(entry, one -> one.event().minutes(zone, from, size)));
      }
    }
    return minutes;
  }

  private BitSet shifts(Site site) {
    BitSet minutes = new BitSet(size);
    ZonedDateTime begin = from.atZone(site.zone());
    List<LocalDate> days = new ArrayList<>();
    for (int i = -2; i < size / 1440 + 3; i++) {
      days.add(begin.toLocalDate().plusDays(i));
    }
    for (Shift shift : site.shifts()) {
      for (LocalDate day : days) {
        if (!shift.changesAllowed() && shift.days().contains(day.getDayOfWeek())) {
          LocalDateTime end = day.atTime(shift.end());
          end = shift.end().isAfter(shift.start()) ? end : end.plusDays(1);
          long origin = from.getEpochSecond() / 60;
          long first = OracleEvent.epochMinute(day.atTime(shift.start()), site.zone()) - origin;
          long last = OracleEvent.epochMinute(end, site.zone()) - origin;
          for (long m = Math.max(0, first); m < Math.min(size, last); m++) {
            minutes.set((int) m);
          }
        }
      }
    }
    return minutes;
  }
}
