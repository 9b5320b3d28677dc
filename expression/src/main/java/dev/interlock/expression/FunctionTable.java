package dev.interlock.expression;

import dev.interlock.expression.function.StandardFunctions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Functions by name, in any letter case.
 *
 * @param <S> what the functions may ask
 */
public final class FunctionTable<S> {

  private final Map<String, Object> functions;
  private final @Nullable Function<String, ? extends ScopeFunction<? super S>> otherwise;

  private FunctionTable(
      Map<String, Object> functions,
      @Nullable Function<String, ? extends ScopeFunction<? super S>> otherwise) {
    this.functions = functions;
    this.otherwise = otherwise;
  }

  /** The functions that depend on their arguments alone. */
  public static <S> FunctionTable<S> standard() {
    FunctionTable<S> table = new FunctionTable<>(new HashMap<>(), null);
    StandardFunctions.PURE.forEach(f -> table.functions.put(key(f.name()), f));
    StandardFunctions.LAZY.forEach(f -> table.functions.put(key(f.name()), f));
    return table;
  }

  /** These and those, which win where both have a name. */
  public FunctionTable<S> with(Collection<? extends ScopeFunction<? super S>> more) {
    FunctionTable<S> table = new FunctionTable<>(new HashMap<>(functions), otherwise);
    more.forEach(f -> table.functions.put(key(f.name()), f));
    return table;
  }

  /** These and those, which win where both have a name. */
  public FunctionTable<S> withPure(Collection<? extends PureFunction> more) {
    FunctionTable<S> table = new FunctionTable<>(new HashMap<>(functions), otherwise);
    more.forEach(f -> table.functions.put(key(f.name()), f));
    return table;
  }

  /** These without those of such names. */
  public FunctionTable<S> without(Collection<String> names) {
    FunctionTable<S> table = new FunctionTable<>(new HashMap<>(functions), otherwise);
    names.forEach(name -> table.functions.remove(key(name)));
    return table;
  }

  /** These, and for a name that none has the function that it gives. */
  public FunctionTable<S> otherwise(Function<String, ? extends ScopeFunction<? super S>> other) {
    return new FunctionTable<>(functions, other);
  }

  /** All names, in alphabetical order, as documented. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    functions.values().forEach(function -> names.add(name(function)));
    return names;
  }

  /**
   * A {@link PureFunction}, {@link LazyFunction} or {@link ScopeFunction}; null when there is none.
   */
  @Nullable Object find(String name) {
    Object function = functions.get(key(name));
    return function == null && otherwise != null ? otherwise.apply(name) : function;
  }

  private static String name(Object function) {
    return switch (function) {
      case PureFunction pure -> pure.name();
      case LazyFunction lazy -> lazy.name();
      case ScopeFunction<?> scoped -> scoped.name();
      default -> throw new IllegalStateException("no function: " + function);
    };
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
