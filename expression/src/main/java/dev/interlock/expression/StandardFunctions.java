package dev.interlock.expression;

import dev.interlock.expression.function.Concat;
import dev.interlock.expression.function.If;
import java.util.List;

/** All functions that need nothing but their arguments. */
final class StandardFunctions {

  static final List<PureFunction> PURE = List.of(new Concat());

  static final List<LazyFunction> LAZY = List.of(new If());

  private StandardFunctions() {}
}
