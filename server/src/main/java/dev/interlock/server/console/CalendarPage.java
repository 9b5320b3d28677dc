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
    List<String> problems) {

  /** Where the time axis begins, in units of the drawing. */
  public static final int LEFT = 210;

  /** How long it is. */
  public static final int WIDTH = 1150;

  /** How high a lane is. */
  public static final int LANE = 58;

  public CalendarPage {
    environments = List.copyOf(environments);
    zones = List.copyOf(zones);
    ticks = List.copyOf(ticks);
    lanes = List.copyOf(lanes);
    problems = List.copyOf(problems);
  }

  /** How high the drawing is. */
  public int height() {
    return 40 + lanes.size() * LANE;
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
