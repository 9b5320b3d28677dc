package dev.interlock.changes;

import dev.interlock.finding.Diagnostic;
import java.time.Instant;
import java.util.List;

/** The answer to "when, at the earliest?". */
public sealed interface NextWindow {

  /**
   * The earliest slot.
   *
   * @param start its start: the earliest instant, to the second, at which the whole slot is free
   * @param end its end, exclusive
   * @param blocked why no start before it will do: steps in time order, without gaps, from the
   *     instant that was asked for
   */
  record Found(Instant start, Instant end, List<BlockedStarts> blocked) implements NextWindow {
    public Found {
      blocked = List.copyOf(blocked);
    }
  }

  /**
   * No slot starts within the range.
   *
   * @param searchedUntil the last start that was looked at
   * @param blocked why: as for a slot that was found, over the whole range
   */
  record None(Instant searchedUntil, List<BlockedStarts> blocked) implements NextWindow {
    public None {
      blocked = List.copyOf(blocked);
    }
  }

  /**
   * A calendar that has a say can't be read, so nobody knows.
   *
   * @param problems why, with file and line
   */
  record Unknown(List<Diagnostic> problems) implements NextWindow {
    public Unknown {
      problems = List.copyOf(problems);
    }
  }
}
