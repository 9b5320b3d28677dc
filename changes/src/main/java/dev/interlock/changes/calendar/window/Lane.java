package dev.interlock.changes.calendar.window;

import dev.interlock.changes.Closure.Kind;
import dev.interlock.changes.calendar.source.Source;
import dev.interlock.changes.calendar.source.Track;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plant, or the environment itself: its calendars, and what lifts its BUSY.
 *
 * @param plant its name; null for the environment itself
 * @param zone in which its times are shown
 * @param freezes its FREEZE calendars
 * @param busy its BUSY calendars and shifts
 * @param allow the ALLOW calendars that lift its BUSY: its own and the environment's
 */
record Lane(
    @Nullable String plant,
    ZoneId zone,
    List<Source.Loaded> freezes,
    List<Source.Loaded> busy,
    List<Source.Loaded> allow) {

  /** Before any ALLOW: no ALLOW lifts a freeze. */
  private static final long UNLIFTED = Long.MIN_VALUE;

  /** Every freeze that overlaps a slot. */
  void freezes(Slot slot, Pieces sink) {
    for (Source.Loaded freeze : freezes) {
      Track track = freeze.track();
      for (int i = last(track, slot); i >= 0; i = track.lastEndingAfter(slot.begin(), i)) {
        if (sink.wants(Kind.FREEZE, track.end(i))) {
          sink.add(piece(Kind.FREEZE, freeze, i, UNLIFTED, track.end(i)));
        }
      }
    }
  }

  /** Every stretch of BUSY in a slot that no ALLOW covers. */
  void busy(Slot slot, Pieces sink) {
    for (Source.Loaded source : busy) {
      Track track = source.track();
      for (int i = last(track, slot); i >= 0; i = track.lastEndingAfter(slot.begin(), i)) {
        if (sink.wants(Kind.BUSY, track.end(i))) {
          uncovered(source, i, slot, sink);
        }
      }
    }
  }

  /** Every stretch of a slot that no ALLOW covers. */
  void gaps(Slot slot, Pieces sink) {
    long at = slot.begin();
    while (at < slot.end()) {
      long covered = coveredUntil(at);
      if (covered > at) {
        at = covered;
        continue;
      }
      long until = Math.min(nextAllow(at), slot.horizon());
      sink.add(
          new Piece(
              Kind.NO_MAINTENANCE, this, null, "no maintenance window", slot.start(), at, until));
      at = until;
    }
  }

  private void uncovered(Source.Loaded source, int index, Slot slot, Pieces sink) {
    long start = source.track().start(index);
    long end = source.track().end(index);
    // Past the range nobody knows what an ALLOW might lift.
    long known = allow.isEmpty() ? end : Math.min(end, slot.horizon());
    long at = Math.max(start, slot.begin());
    while (at < Math.min(known, slot.end())) {
      long covered = coveredUntil(at);
      if (covered > at) {
        at = covered;
        continue;
      }
      long until = Math.min(known, nextAllow(at));
      sink.add(piece(Kind.BUSY, source, index, at, until));
      at = until;
    }
  }

  private Piece piece(Kind kind, Source.Loaded source, int index, long seen, long until) {
    Track track = source.track();
    return new Piece(
        kind, this, source.source(), track.summary(index), track.start(index), seen, until);
  }

  private static int last(Track track, Slot slot) {
    return track.lastEndingAfter(slot.begin(), track.firstFrom(slot.end()));
  }

  /** How far ALLOW reaches without a break; the instant itself when it does not cover it. */
  private long coveredUntil(long instant) {
    long covered = instant;
    long reached;
    do {
      reached = covered;
      for (Source.Loaded source : allow) {
        covered = Math.max(covered, source.track().coveredUntil(covered));
      }
    } while (covered > reached);
    return covered;
  }

  private long nextAllow(long instant) {
    long next = Long.MAX_VALUE;
    for (Source.Loaded source : allow) {
      next = Math.min(next, source.track().nextStart(instant));
    }
    return next;
  }

  /** The end of the last ALLOW before an instant that none covers. */
  long allowedBefore(long instant) {
    long last = Long.MIN_VALUE;
    for (Source.Loaded source : allow) {
      last = Math.max(last, source.track().latestEndOfStarted(instant));
    }
    return last;
  }
}
