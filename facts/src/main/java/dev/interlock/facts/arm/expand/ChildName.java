package dev.interlock.facts.arm.expand;

import dev.interlock.facts.arm.place.ResourceName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The type and name of a resource that may be written inside another one.
 *
 * @param parent what it is written in; null when it stands alone
 * @param type as written
 * @param name as written
 */
record ChildName(@Nullable PlannedResource parent, String type, String name) {

  /** True when it is written inside a resource that it extends, by a type of its own. */
  boolean isExtension() {
    return parent != null && hasNamespace() && !isBelow(parent);
  }

  /**
   * Type and name in full.
   *
   * @param unknown whether nobody knows the name: each of its segments is then unknown
   */
  ResourceName resource(boolean unknown) {
    if (parent == null || isExtension()) {
      return new ResourceName(type, unknown ? unknown(type) : name);
    }
    String whole = isBelow(parent) ? type : parent.resource().type() + "/" + type;
    String before = parent.resource().name() + "/";
    boolean inFull = isBelow(parent) && new ResourceName(whole, name).isWhole();
    return new ResourceName(whole, inFull ? name : before + name);
  }

  private boolean isBelow(PlannedResource resource) {
    String prefix = resource.resource().type().toLowerCase(Locale.ROOT) + "/";
    return type.toLowerCase(Locale.ROOT).startsWith(prefix);
  }

  private boolean hasNamespace() {
    int slash = type.indexOf('/');
    return slash > 0 && type.substring(0, slash).indexOf('.') > 0;
  }

  private static String unknown(String type) {
    int segments = type.split("/", -1).length - 1;
    return (PlannedResource.NOT_KNOWN + "/").repeat(Math.max(0, segments - 1))
        + PlannedResource.NOT_KNOWN;
  }
}
