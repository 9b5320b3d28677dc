package dev.interlock.server.console;

import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What stands on what: processes need services, services need services, environments run services.
 * A node is named {@code process/mrp}, {@code service/odoo} or {@code environment/production}.
 */
final class EstateGraph {

  static final String PROCESS = "process/";
  static final String SERVICE = "service/";
  static final String ENVIRONMENT = "environment/";

  private final List<Edge> edges = new ArrayList<>();

  EstateGraph(Estate estate) {
    estate
        .all(BusinessProcess.class)
        .forEach((name, process) ->
            process.services().forEach(s -> edges.add(new Edge(PROCESS + name, SERVICE + s))));
    estate
        .all(Service.class)
        .forEach((name, service) ->
            service.dependsOn().forEach(s -> edges.add(new Edge(SERVICE + name, SERVICE + s))));
    estate
        .all(Environment.class)
        .forEach((name, environment) ->
            environment
                .services()
                .forEach(s -> edges.add(new Edge(SERVICE + s, ENVIRONMENT + name))));
  }

  /** One node rests on another, or is run by it. */
  record Edge(String from, String to) {

    /** True between two services. */
    boolean within() {
      return from.startsWith(SERVICE) && to.startsWith(SERVICE);
    }
  }

  /** Everything that rests on something. */
  List<Edge> edges() {
    return List.copyOf(edges);
  }

  /**
   * What a node rests on and what rests on it, however far away; with itself. Environments count
   * when they run the node, or what a process needs at first hand: what everything rests on, such
   * as sign-in, runs everywhere and would light the whole map.
   */
  Set<String> related(String node) {
    Set<String> below = new HashSet<>();
    follow(node, below, e -> near(node, e), Edge::from, Edge::to);
    Set<String> above = new HashSet<>();
    follow(node, above, e -> true, Edge::to, Edge::from);
    above.addAll(below);
    return above;
  }

  /** True for every tie but those that lead from a far service to the environments that run it. */
  boolean near(String node, Edge edge) {
    return !edge.to().startsWith(ENVIRONMENT)
        || node.equals(edge.from())
        || node.equals(edge.to())
        || (node.startsWith(PROCESS) && edges.contains(new Edge(node, edge.from())));
  }

  private void follow(
      String node,
      Set<String> seen,
      Predicate<Edge> open,
      Function<Edge, String> from,
      Function<Edge, String> to) {
    if (seen.add(node)) {
      edges.stream()
          .filter(open)
          .filter(e -> from.apply(e).equals(node))
          .forEach(e -> follow(to.apply(e), seen, open, from, to));
    }
  }

  /** The nodes that are directly tied to one, on either side. */
  Stream<String> beside(String node) {
    return edges.stream()
        .filter(e -> e.from().equals(node) || e.to().equals(node))
        .map(e -> e.from().equals(node) ? e.to() : e.from())
        .distinct();
  }
}
