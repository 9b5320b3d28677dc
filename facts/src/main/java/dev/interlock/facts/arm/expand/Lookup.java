package dev.interlock.facts.arm.expand;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds resources of a template by what expressions call them. */
final class Lookup {

  /** Looking at so many is as much work as a call. */
  private static final int RESOURCES = 16;

  private Lookup() {}

  /**
   * By symbolic name, with the number of the iteration in brackets; by id; by name; by the last.
   */
  static @Nullable PlannedResource find(TemplateDeployment deployment, String wanted) {
    List<PlannedResource> resources = deployment.resources();
    deployment.expansion().run().spend(1 + resources.size() / RESOURCES);
    return find(resources, wanted);
  }

  /** The same among these. */
  static @Nullable PlannedResource find(List<PlannedResource> resources, String wanted) {
    PlannedResource byName = null;
    for (PlannedResource resource : resources) {
      if (resource.isCalled(wanted) || resource.id().equalsIgnoreCase(wanted)) {
        return resource;
      }
      if (byName == null && resource.hasName(wanted)) {
        byName = resource;
      }
    }
    return byName;
  }

  /**
   * What a resource waits for: what it is written in and what is written beside it come before
   * others of that name, as they do in each iteration of a loop.
   */
  static List<PlannedResource> waitedFor(PlannedResource by, String wanted) {
    List<PlannedResource> resources = by.deployment().resources();
    for (PlannedResource around = by.parent(); around != null; around = around.parent()) {
      PlannedResource in = around;
      List<PlannedResource> near =
          resources.stream()
              .filter(it -> it == in || it.parent() == in)
              .filter(it -> it != by && (it.isOf(wanted) || it.hasName(wanted)))
              .toList();
      if (!near.isEmpty()) {
        return near;
      }
    }
    return all(by.deployment(), wanted);
  }

  /** All of a loop, or the one, by symbolic name, by the loop's name, by id or by name. */
  static List<PlannedResource> all(TemplateDeployment deployment, String wanted) {
    List<PlannedResource> resources = deployment.resources();
    deployment.expansion().run().spend(1 + resources.size() / RESOURCES);
    List<PlannedResource> loop =
        resources.stream().filter(resource -> resource.isOf(wanted)).toList();
    if (!loop.isEmpty()) {
      return loop;
    }
    PlannedResource one = find(deployment, wanted);
    return one == null ? List.of() : List.of(one);
  }
}
