package dev.interlock.changes.calendar.source;

import dev.interlock.changes.calendar.Misread;
import dev.interlock.changes.calendar.recurrence.Budget;
import dev.interlock.estate.Calendar;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One calendar, or the shifts, of one plant or of the environment.
 *
 * @param name of the calendar; {@code shifts} for shifts
 * @param plant whose it is; null for the environment's own
 * @param effect what its events mean; null when the calendar is unknown and could mean anything
 * @param zone in which its times are shown
 * @param tiers risk tiers it holds for; all when empty
 * @param services services it holds for; all when empty
 * @param timelines its events
 * @param problems what is wrong with it
 * @param place where it is written
 * @param digest SHA-256 in hex of what it says; empty when nothing of it is known
 * @param silent whether these are the shifts of a plant that has none, so that its calendars have
 *     to say when it works
 */
public record Source(
    String name,
    @Nullable String plant,
    Calendar.@Nullable Effect effect,
    ZoneId zone,
    Set<String> tiers,
    Set<String> services,
    List<Timeline> timelines,
    List<Diagnostic> problems,
    SourceRef place,
    String digest,
    boolean silent) {

  private static final int SHOWN_DIGITS = 12;

  public Source {
    tiers = Set.copyOf(tiers);
    services = Set.copyOf(services);
    timelines = List.copyOf(timelines);
    problems = List.copyOf(problems);
  }

  /** True when it can be relied on. */
  public boolean readable() {
    return problems.stream().noneMatch(Diagnostic::isError);
  }

  /** How a contact names it: {@code calendar holidays of linz (sha256:0123456789ab)}. */
  public String label() {
    String whose = plant == null ? "" : " of " + plant;
    String what = digest.isEmpty() ? "" : " (sha256:" + digest.substring(0, SHOWN_DIGITS) + ")";
    return "calendar " + name + whose + what;
  }

  /** Its occurrences over a range; a source that can't be relied on has none. */
  public Loaded over(long from, long until) {
    Track.Builder track = new Track.Builder();
    if (!readable()) {
      return new Loaded(this, track.build(), problems);
    }
    Budget budget = new Budget();
    try {
      for (Timeline timeline : timelines) {
        timeline.expand(from, until, budget, track);
      }
      return new Loaded(this, track.build(), problems);
    } catch (Misread e) {
      List<Diagnostic> all = new ArrayList<>(problems);
      all.add(e.problem().at(place, e.text()));
      return new Loaded(this, new Track.Builder().build(), all);
    }
  }

  /**
   * A source with its occurrences over one range.
   *
   * @param source whose
   * @param track the occurrences
   * @param problems what is wrong; with an error among them the track says nothing
   */
  public record Loaded(Source source, Track track, List<Diagnostic> problems) {

    public Loaded {
      problems = List.copyOf(problems);
    }

    /** True when the track can be relied on. */
    public boolean readable() {
      return problems.stream().noneMatch(Diagnostic::isError);
    }
  }
}
