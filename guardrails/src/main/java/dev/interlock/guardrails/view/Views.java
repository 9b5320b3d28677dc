package dev.interlock.guardrails.view;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.values.NullValue;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import org.jspecify.annotations.Nullable;

/** Shows values of a resource to CEL. */
public final class Views {

  private Views() {}

  /**
   * The value at a location: text, bool, int, double, list or map. Whole numbers beyond 64 bits and
   * decimal numbers become doubles, CEL has no other.
   *
   * @throws CelRuntimeException when nobody knows the value yet: not even whether there is one
   */
  public static Object of(Location location, Absences absences) {
    return switch (location.node()) {
      case MappingNode mapping -> new MappingView(location, mapping, absences);
      case SequenceNode _ -> new SequenceView(location, absences);
      case ScalarNode scalar -> scalar(scalar.value());
      case UnknownNode unknown ->
          throw StatedReason.thrown(location.path() + ": " + unknown.reason());
    };
  }

  /** What a value of a resource was written as; null for a value of anything else. */
  public static @Nullable Node written(Object value) {
    return switch (value) {
      case MappingView mapping -> mapping.written();
      case SequenceView list -> list.written();
      default -> null;
    };
  }

  private static Object scalar(@Nullable Object value) {
    return switch (value) {
      case null -> NullValue.NULL_VALUE;
      case Long number -> number;
      case Number number -> number.doubleValue();
      default -> value;
    };
  }
}
