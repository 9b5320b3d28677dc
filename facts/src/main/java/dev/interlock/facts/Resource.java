package dev.interlock.facts;

import dev.interlock.document.MappingNode;
import dev.interlock.document.NodePath;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One observed or planned thing.
 *
 * @param plane where it lives
 * @param type in the plane's own words: {@code apps/v1/Deployment}, {@code
 *     Microsoft.Storage/storageAccounts}
 * @param id unique within the plane: the ARM id, or {@code namespace/Kind/name}
 * @param name short, for people
 * @param body everything that was written, with positions
 * @param file the file the body came from, as the user named it
 * @param listed whether it is a row of a list, such as an inventory: what is not in the list is not
 *     there
 * @param doubt why nobody knows whether it will be there, in words; null when it will
 */
public record Resource(
    Plane plane,
    String type,
    String id,
    String name,
    MappingNode body,
    String file,
    boolean listed,
    @Nullable String doubt) {

  /** A resource that stands alone. */
  public Resource(Plane plane, String type, String id, String name, MappingNode body, String file) {
    this(plane, type, id, name, body, file, false, null);
  }

  /** The same as a row of a list. */
  public Resource inList() {
    return new Resource(plane, type, id, name, body, file, true, doubt);
  }

  /** The same, when something unknown decides whether it will be there. */
  public Resource doubted(@Nullable String why) {
    return new Resource(plane, type, id, name, body, file, listed, why);
  }

  /** Where the resource begins. */
  public SourceRef source() {
    return body.in(file);
  }

  /**
   * Where a property is written: {@code spec.template.spec.containers[0].image}. The nearest value
   * around it when it is absent.
   */
  public SourceRef source(String path) {
    return NodePath.parse(path).nearest(body).in(file);
  }

  /** The last word of its type: {@code Deployment}, {@code storageAccounts}. */
  public String kind() {
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** What findings about it point at. */
  public Subject subject() {
    return new Subject(plane.word(), type, id, name);
  }
}
