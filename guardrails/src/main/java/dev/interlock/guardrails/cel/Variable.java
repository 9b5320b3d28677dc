package dev.interlock.guardrails.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import java.util.Locale;

/** The variables a control can read. */
public enum Variable {
  /** The body of the resource, exactly as it was written. */
  RESOURCE("there is no resource"),
  /** The same as resource, the name Kubernetes' own policies use. */
  OBJECT("there is no resource"),
  /** Plane, type, id, name and namespace of the resource, the same in every plane. */
  SUBJECT("there is no resource"),
  /** The pod, or the pod template of a workload: {@code pod.spec.containers}. */
  POD("the resource runs no pod, or its pod template is absent"),
  /** The element that is judged, in a control with {@code each}. */
  ITEM("the control judges no elements"),
  /** The element's name, or its place in the list, or its key in the mapping. */
  KEY("the control judges no elements"),
  /** The way to what is judged: {@code spec.template.spec.containers[odoo]}. */
  PATH("the control judges no elements"),
  /** The control's parameters. */
  PARAMS("the control has no parameters"),
  /** The environment that is checked, with its name. */
  ENVIRONMENT("no environment was named"),
  /** All documents of the estate by kind and name. */
  ESTATE("no estate was given");

  private final String whenAbsent;

  Variable(String whenAbsent) {
    this.whenAbsent = whenAbsent;
  }

  /** The name in expressions. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Why it has no value where it has none. */
  public String whenAbsent() {
    return whenAbsent;
  }

  CelType type() {
    return switch (this) {
      case ITEM -> SimpleType.DYN;
      case KEY, PATH -> SimpleType.STRING;
      case SUBJECT -> StructTypeReference.create(EstateTypes.SUBJECT);
      case ENVIRONMENT -> StructTypeReference.create(EstateTypes.ENVIRONMENT);
      case ESTATE -> StructTypeReference.create(EstateTypes.ESTATE);
      case RESOURCE, OBJECT, POD, PARAMS -> MapType.create(SimpleType.STRING, SimpleType.DYN);
    };
  }
}
