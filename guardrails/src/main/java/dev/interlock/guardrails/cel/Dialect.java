package dev.interlock.guardrails.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;

/**
 * The CEL that controls are written in: the standard language, its usual extensions, the variables
 * of {@link Variable}, and limits. {@code lists.range} is left out, because it makes a list of any
 * size from nothing.
 */
final class Dialect {

  /** Elements that all comprehensions of one evaluation may visit together. */
  static final int MAX_ITERATIONS = 200_000;

  /** Code points of one expression. */
  static final int MAX_EXPRESSION = 20_000;

  private static final int MAX_DEPTH = 100;
  private static final int MAX_NODES = 20_000;
  private static final int MAX_REGEX_PROGRAM = 2_000;

  private static final Function[] LISTS = {
    Function.SLICE,
    Function.FLATTEN,
    Function.DISTINCT,
    Function.REVERSE,
    Function.SORT,
    Function.SORT_BY
  };

  private Dialect() {}

  static EstateTypes types() {
    return Types.INSTANCE;
  }

  static CelCompiler compiler() {
    return Compiler.INSTANCE;
  }

  static CelRuntime runtime() {
    return Evaluator.INSTANCE;
  }

  private static CelOptions options() {
    return CelOptions.current()
        .enableHeterogeneousNumericComparisons(true)
        .comprehensionMaxIterations(MAX_ITERATIONS)
        .maxExpressionCodePointSize(MAX_EXPRESSION)
        .maxParseRecursionDepth(MAX_DEPTH)
        .maxParseExpressionNodeCount(MAX_NODES)
        .maxRegexProgramSize(MAX_REGEX_PROGRAM)
        .build();
  }

  /** Built when the first user expression is compiled; shipped controls come compiled. */
  private static final class Compiler {
    static final CelCompiler INSTANCE = build();

    private static CelCompiler build() {
      CelOptions options = options();
      CelCompilerBuilder builder =
          CelCompilerFactory.standardCelCompilerBuilder()
              .setOptions(options)
              // The same declarations as by default, which are made anew for each expression.
              .setStandardEnvironmentEnabled(false)
              .setStandardDeclarations(CelStandardDeclarations.newBuilder().build())
              .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
              .addLibraries(
                  CelExtensions.optional(),
                  CelExtensions.bindings(),
                  CelExtensions.strings(),
                  CelExtensions.math(),
                  CelExtensions.sets(options),
                  CelExtensions.lists(LISTS),
                  CelExtensions.regex(),
                  CelExtensions.encoders(options),
                  CelExtensions.comprehensions(),
                  new QuantityLibrary(),
                  new UnknownLibrary())
              .setTypeProvider(types());
      for (Variable variable : Variable.values()) {
        builder.addVar(variable.word(), variable.type());
      }
      return builder.build();
    }
  }

  /** Built when the first expression is evaluated. */
  private static final class Evaluator {
    static final CelRuntime INSTANCE = build();

    private static CelRuntime build() {
      CelOptions options = options();
      return CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(options)
          .setStandardFunctions(
              CelStandardFunctions.newBuilder().excludeFunctions(StandardFunction.MATCHES).build())
          .addLibraries(
              new MatchesLibrary(MAX_REGEX_PROGRAM),
              CelExtensions.optional(),
              CelExtensions.strings(),
              CelExtensions.math(),
              CelExtensions.sets(options),
              CelExtensions.lists(LISTS),
              CelExtensions.regex(),
              CelExtensions.encoders(options),
              CelExtensions.comprehensions(),
              new QuantityLibrary(),
              new UnknownLibrary())
          .build();
    }
  }

  private static final class Types {
    static final EstateTypes INSTANCE = new EstateTypes();
  }
}
