package dev.interlock.server.console;

import java.util.List;

/**
 * All plants of an environment side by side.
 *
 * @param environment whose calendars are shown
 * @param environments what one can choose from
 * @param zone of the viewer, in which the axis is drawn
 * @param zones what one can choose from
 * @param days how many days are shown
 * @param earlier address of the days before
 * @param later address of the days after
 * @param ticks the days on the axis
 * @param lanes one for the environment itself and one for each plant
 * @param now where the present stands; negative when it isn't shown
 * @param problems why a lane can't be trusted
 * @param planned changes whose time is known, the earliest first
 */
public record CalendarPage(
    Shell shell,
    String environment,
    List<String> environments,
    String zone,
    List<String> zones,
    int days,
    String earlier,
    String later,
    List<Tick> ticks,
    List<Lane> lanes,
    double now,
    List<String> problems,
    List<Planned> planned) {

  /** Where the time axis begins, in units of the drawing. */
  public static final int LEFT = 210;

  /** How long it is. */
  public static final int WIDTH = 1150;

  /** Where the first lane begins. */
  public static final int TOP = 40;

  /** How high a lane is. */
  public static final int LANE = 62;

  public CalendarPage {
    environments = List.copyOf(environments);
    zones = List.copyOf(zones);
    ticks = List.copyOf(ticks);
    lanes = List.copyOf(lanes);
    problems = List.copyOf(problems);
    planned = List.copyOf(planned);
  }

  /** How high a planned change is. */
  public static final int ROW = 30;

  /** Where the planned changes begin. */
  public int plans() {
    return TOP + lanes.size() * LANE;
  }

  /** How high the drawing is. */
  public int height() {
    return plans() + (planned.isEmpty() ? 0 : planned.size() * ROW + 12);
  }

  /**
   * A change that may begin in the time that is shown.
   *
   * @param x where it may begin
   * @param width how long it takes; a mark where that is too short to be seen, or nobody knows
   * @param holds how long it may begin, from the same place; 0 where only the beginning is known
   * @param label what it is and how long it takes, beside the bar
   * @param left whether the label stands before the bar, because there is no room behind it
   * @param why when it may begin, in words
   */
  public record Planned(
      String name,
      double x,
      double width,
      double holds,
      int y,
      Signal signal,
      String label,
      boolean left,
      String why) {

    /** Where the drawing of it ends. */
    public double end() {
      return x + Math.max(width, holds);
    }
  }

  /** The beginning of a day in the viewer's zone. */
  public record Tick(double x, String label) {}

  /**
   * One site.
   *
   * @param zone its own time zone
   * @param blocks what happens there
   */
  public record Lane(String name, String zone, int y, List<Block> blocks) {

    public Lane {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A stretch of time.
   *
   * @param style busy, freeze or window
   * @param why in words, with times in the site's own zone
   */
  public record Block(double x, double width, String style, String why) {}
}
