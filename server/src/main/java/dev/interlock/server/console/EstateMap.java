package dev.interlock.server.console;

import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Service;
import dev.interlock.finding.Durations;
import dev.interlock.server.console.EstateGraph.Edge;
import dev.interlock.server.console.EstatePage.Box;
import dev.interlock.server.console.EstatePage.Chosen;
import dev.interlock.server.console.EstatePage.Column;
import dev.interlock.server.console.EstatePage.Tie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws processes, services and environments side by side, with lines for what stands on what. */
final class EstateMap {

  private static final int TOP = 40;
  private static final int APART = 450;
  private static final int MIDDLE = 16;

  private final Estate estate;
  private final EstateGraph graph;
  private final @Nullable String focus;
  private final Set<String> lit;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Map<String, Integer> left = new LinkedHashMap<>();

  /**
   * A map of the estate.
   *
   * @param focus the node that was clicked; null for none
   */
  EstateMap(Estate estate, @Nullable String focus) {
    this.estate = estate;
    this.graph = new EstateGraph(estate);
    this.focus = focus;
    this.lit = focus == null ? Set.of() : graph.related(focus);
  }

  List<Column> columns() {
    return List.of(processes(), services(), environments());
  }

  private Column processes() {
    List<Box> column = new ArrayList<>();
    estate.all(BusinessProcess.class).entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getValue().rto()))
        .forEach(e ->
            column.add(
                box(
                    EstateGraph.PROCESS + e.getKey(),
                    e.getValue().displayName(),
                    "back within " + Durations.words(e.getValue().rto()),
                    column.size())));
    return column("Processes", 0, column);
  }

  private Column services() {
    List<Box> column = new ArrayList<>();
    estate.all(Service.class).entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getValue().type()))
        .forEach(e ->
            column.add(
                box(
                    EstateGraph.SERVICE + e.getKey(),
                    e.getValue().displayName(),
                    EstateFacts.word(e.getValue().type()),
                    column.size())));
    return column("Services", 1, column);
  }

  private Column environments() {
    List<Box> column = new ArrayList<>();
    estate.all(Environment.class).entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getValue().displayName()))
        .forEach(e ->
            column.add(
                box(
                    EstateGraph.ENVIRONMENT + e.getKey(),
                    e.getValue().displayName(),
                    EstateFacts.word(e.getValue().tier()) + ", " + e.getValue().region(),
                    column.size())));
    return column("Environments", 2, column);
  }

  private Column column(String title, int number, List<Box> column) {
    column.forEach(box -> left.put(box.node(), number * APART));
    return new Column(title, number * APART, column);
  }

  private Box box(String node, String label, String small, int row) {
    boolean shines = focus == null || lit.contains(node);
    Box box = new Box(node, label, small, TOP + row * EstatePage.ROW, shines);
    boxes.put(node, box);
    return box;
  }

  /** The lines; after {@link #columns}, because boxes must stand first. */
  List<Tie> ties() {
    return graph.edges().stream()
        .filter(e -> boxes.containsKey(e.from()) && boxes.containsKey(e.to()))
        .map(e -> new Tie(path(e), shines(e)))
        .sorted(Comparator.comparing(Tie::lit))
        .toList();
  }

  private boolean shines(Edge edge) {
    return focus != null
        && lit.contains(edge.from())
        && lit.contains(edge.to())
        && graph.near(focus, edge);
  }

  private String path(Edge edge) {
    int begin = left.getOrDefault(edge.from(), 0) + EstatePage.WIDTH;
    int end = left.getOrDefault(edge.to(), 0) + (edge.within() ? EstatePage.WIDTH : 0);
    int from = y(edge.from());
    int to = y(edge.to());
    int bend = edge.within() ? 20 + Math.abs(to - from) / 8 : (end - begin) / 2;
    int back = edge.within() ? end + bend : end - bend;
    return "M%d %dC%d %d %d %d %d %d".formatted(begin, from, begin + bend, from, back, to, end, to);
  }

  private int y(String node) {
    Box box = boxes.get(node);
    return box == null ? 0 : box.y() + MIDDLE;
  }

  /** What was clicked; empty for nothing, or for what isn't in the estate. */
  Optional<Chosen> chosen() {
    Box box = focus == null ? null : boxes.get(focus);
    if (box == null || focus == null) {
      return Optional.empty();
    }
    String kind = focus.substring(0, focus.indexOf('/'));
    String name = focus.substring(focus.indexOf('/') + 1);
    List<DecisionPage.Fact> facts =
        switch (kind) {
          case "process" ->
              EstateFacts.of(estate, estate.find(BusinessProcess.class, name).orElseThrow());
          case "service" -> EstateFacts.of(estate, estate.find(Service.class, name).orElseThrow());
          default -> EstateFacts.of(estate, estate.find(Environment.class, name).orElseThrow());
        };
    List<Box> beside =
        graph.beside(focus).flatMap(n -> Optional.ofNullable(boxes.get(n)).stream()).toList();
    return Optional.of(new Chosen(box.label(), kind, facts, beside));
  }
}
