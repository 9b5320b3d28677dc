package dev.interlock.document.binding;

/** What a record's component may hold, as far as reading, writing and describing differ. */
public sealed interface Shape {

  /** One scalar. */
  record Single(Scalar<?> scalar) implements Shape {}

  /** One word of an enum. */
  record Word(EnumWords words) implements Shape {}

  /** An amount with its currency, as one text or as a mapping. */
  record Amount() implements Shape {}

  /** A list. */
  record Listing(Shape item) implements Shape {}

  /** A mapping with free keys. */
  record Mapping(Shape value) implements Shape {}

  /** A record; its plan is looked up when needed, so that records may contain themselves. */
  record Nested(Class<?> type) implements Shape {}

  /** Anything. */
  record Free() implements Shape {}
}
