package dev.interlock.server.console;

import java.util.List;

/**
 * The andon board.
 *
 * @param plants every site
 * @param environments every environment, production first
 * @param queue how many changes go, wait and stop
 */
public record BoardPage(
    Shell shell, List<Tile> plants, List<Tile> environments, List<Count> queue) {

  public BoardPage {
    plants = List.copyOf(plants);
    environments = List.copyOf(environments);
    queue = List.copyOf(queue);
  }

  /**
   * One plant or environment.
   *
   * @param id anchor on the page
   * @param name as people know it
   * @param kind what it is, such as {@code production}
   * @param signal its one colour
   * @param headline the state in a few words
   * @param lines the reasons
   */
  public record Tile(
      String id, String name, String kind, Signal signal, String headline, List<Line> lines) {

    public Tile {
      lines = List.copyOf(lines);
    }
  }

  /** One reason. */
  public record Line(Signal signal, String label, String text) {}

  /** How many changes are in a state. */
  public record Count(Signal signal, String word, long number) {}
}
