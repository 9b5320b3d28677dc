package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Keys;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the resources of a template: those in loops, in others, and under symbolic names. */
final class ResourceLoops {

  private static final int MOST = 800;

  /** A resource is as much work as so many calls, whatever is in it. */
  private static final int WORK = 100;

  private final TemplateDeployment deployment;
  private final List<PlannedResource> found;
  private final Set<String> ids = new HashSet<>();

  /** For a deployment; what is found is added to the list. */
  ResourceLoops(TemplateDeployment deployment, List<PlannedResource> found) {
    this.deployment = deployment;
    this.found = found;
  }

  /** Reads a section of resources. */
  void read(Node section) {
    read(section, null, deployment.scope());
  }

  /** Azure refuses templates that make a resource twice. */
  private void tellTwice(PlannedResource resource) {
    boolean counts = resource.isMadeForSure();
    if (counts && !ids.add(resource.id().toLowerCase(Locale.ROOT))) {
      String message = resource.words() + " is made twice in this template";
      deployment.problem(Problem.TWICE, resource.node(), message);
    }
  }

  private void read(Node section, @Nullable PlannedResource parent, TemplateScope scope) {
    switch (section) {
      case SequenceNode list -> list.items().forEach(item -> resource(item, null, parent, scope));
      case MappingNode named -> {
        for (Entry entry : named.entries()) {
          resource(entry.value(), entry.key(), parent, scope);
        }
      }
      default -> deployment.problem(Problem.RESOURCE, section, "resources must be a list");
    }
  }

  private void resource(
      Node node, @Nullable String symbol, @Nullable PlannedResource parent, TemplateScope scope) {
    if (!(node instanceof MappingNode body)) {
      deployment.problem(
          Problem.RESOURCE, node, "a resource must be an object and is " + node.describe());
      return;
    }
    Node loop = Keys.get(body, Copies.KEY);
    if (loop instanceof MappingNode) {
      loop(body, symbol, parent, scope, loop);
    } else {
      add(new PlannedResource(deployment, body, symbol, null, parent, scope));
    }
  }

  private void loop(
      MappingNode body,
      @Nullable String symbol,
      @Nullable PlannedResource parent,
      TemplateScope scope,
      Node loop) {
    String name = Keys.text(loop, "name");
    Copies copies = new Copies(deployment.evaluates(), deployment.expansion().run());
    Value count = copies.count(loop, scope);
    if (!(count instanceof IntegerValue whole)) {
      if (counted(count)) {
        deployment.problem(Problem.COUNT, loop, "how many there are of " + name + " is not known");
      }
      PlannedResource one =
          new PlannedResource(deployment, body, symbol, name, parent, scope.in(name, 0));
      one.isOneOfSome("how many there are of " + name + " is not known");
      add(one);
      return;
    }
    if (whole.value() == 0) {
      deployment.noneOf(symbol);
      deployment.noneOf(name);
    }
    for (int i = 0; i < whole.value(); i++) {
      add(new PlannedResource(deployment, body, symbol, name, parent, scope.in(name, i)));
    }
  }

  /** False when what is wrong with the count was told. */
  private static boolean counted(Value count) {
    return !count.equals(Copies.WRONG);
  }

  private void add(PlannedResource resource) {
    if (found.size() >= MOST) {
      deployment.problem(
          Problem.TOO_MUCH, resource.node(), "a template deploys " + MOST + " resources at most");
      throw new Run.Stopped("a template deploys " + MOST + " resources at most");
    }
    deployment.expansion().run().spend(WORK);
    resource.identify();
    tellTwice(resource);
    found.add(resource);
    Node children = Keys.get(resource.node(), "resources");
    if (children != null && !resource.isDeployment()) {
      read(children, resource, resource.scope());
    }
  }
}
