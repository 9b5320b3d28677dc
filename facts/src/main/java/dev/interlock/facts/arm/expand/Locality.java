package dev.interlock.facts.arm.expand;

import dev.interlock.document.Node;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.arm.place.Place;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Level;

/**
 * What is told of where a deployment puts its resources.
 *
 * @param location of the resource group, or of a deployment to something else
 * @param tags of the resource group
 */
record Locality(Value location, Value tags) {

  /** Of the outermost deployment. */
  static Locality of(DeploymentTarget target, Level level) {
    String location = target.location();
    return new Locality(
        location != null ? Values.of(location) : notTold(level, "location"),
        notTold(level, "tags"));
  }

  /**
   * Of a deployment in another one: a resource group that is made by the same template, or in one
   * that was expanded before, is known by what is said there.
   */
  static Locality of(PlannedResource nested) {
    Place place = nested.there().place();
    TemplateDeployment around = nested.deployment();
    if (place.level() != Level.RESOURCE_GROUP) {
      return new Locality(written(nested, "location", around), notTold(place.level(), "tags"));
    }
    if (place.equals(around.place())) {
      return around.locality();
    }
    PlannedResource group = around.expansion().group(place.id());
    return group == null
        ? new Locality(notTold(place.level(), "location"), notTold(place.level(), "tags"))
        : new Locality(said(group, "location"), said(group, "tags"));
  }

  private static Value written(PlannedResource nested, String key, TemplateDeployment around) {
    Node location = Keys.get(nested.node(), key);
    if (location != null) {
      return nested.evaluate(location);
    }
    return around.place().level() == Level.RESOURCE_GROUP
        ? notTold(nested.there().place().level(), key)
        : around.locality().location();
  }

  private static Value said(PlannedResource group, String key) {
    Node written = Keys.get(group.node(), key);
    return written == null ? notTold(Level.RESOURCE_GROUP, key) : group.evaluate(written);
  }

  private static UnknownValue notTold(Level level, String what) {
    String whose = level == Level.RESOURCE_GROUP ? "the resource group's " : "the deployment's ";
    return new UnknownValue(whose + what + (what.endsWith("s") ? " are" : " is") + " not told");
  }
}
