package dev.interlock.document.binding;

/** Says what a shape looks like, in a user's words. */
final class Expected {

  private Expected() {}

  static String of(Shape shape) {
    return switch (shape) {
      case Shape.Single single -> single.scalar().expected();
      case Shape.Word word -> "one of " + String.join(", ", word.words().words());
      case Shape.Amount _ -> new AmountText().expected();
      case Shape.Listing _ -> "a list";
      case Shape.Mapping _, Shape.Nested _ -> "a mapping";
      case Shape.Free _ -> "a value";
    };
  }
}
