package dev.interlock.server.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The estate as a map.
 *
 * @param source where the estate comes from, as people call it
 * @param revision its commit, and since when it is in force
 * @param digest of all its documents
 * @param columns processes, services and environments
 * @param ties the lines between them
 * @param chosen what one has clicked; null for nothing
 */
public record EstatePage(
    Shell shell,
    String source,
    String revision,
    String digest,
    List<Column> columns,
    List<Tie> ties,
    @Nullable Chosen chosen) {

  /** How high a box is, with the room below it. */
  public static final int ROW = 40;

  /** How wide a box is. */
  public static final int WIDTH = 290;

  public EstatePage {
    columns = List.copyOf(columns);
    ties = List.copyOf(ties);
  }

  /** How high the drawing is. */
  public int height() {
    return 50 + ROW * columns.stream().mapToInt(c -> c.boxes().size()).max().orElse(0);
  }

  /** One column of the map. */
  public record Column(String title, int x, List<Box> boxes) {

    public Column {
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * One box.
   *
   * @param node its name in addresses, such as {@code service/odoo}
   * @param label as people know it
   * @param small what else stands in it
   * @param lit whether it has to do with what was clicked
   */
  public record Box(String node, String label, String small, int y, boolean lit) {

    private static final int FITS = 38;

    /** The label as far as it fits. */
    public String shortLabel() {
      return label.length() <= FITS ? label : label.substring(0, FITS - 1).stripTrailing() + "…";
    }
  }

  /**
   * A line between two boxes.
   *
   * @param path as SVG draws it
   * @param lit whether it has to do with what was clicked
   */
  public record Tie(String path, boolean lit) {}

  /**
   * What one has clicked.
   *
   * @param label as people know it
   * @param kind what it is
   * @param facts what is declared of it
   * @param beside what it is directly tied to
   */
  public record Chosen(String label, String kind, List<DecisionPage.Fact> facts, List<Box> beside) {

    public Chosen {
      facts = List.copyOf(facts);
      beside = List.copyOf(beside);
    }
  }
}
