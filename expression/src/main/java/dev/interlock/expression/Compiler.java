package dev.interlock.expression;

import dev.interlock.expression.Expression.Access;
import dev.interlock.expression.Expression.Call;
import dev.interlock.expression.Expression.Literal;
import dev.interlock.finding.Suggestion;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes expressions ready to run: functions found, numbers of arguments checked, what is constant
 * computed.
 *
 * @param <S> what the functions may ask
 */
public final class Compiler<S> {

  /** Characters of what is worth keeping instead of what makes it. */
  private static final long LARGEST = 10_000;

  private final FunctionTable<S> functions;
  private final Program.Missing missing;

  /** A compiler for expressions that may call these functions. */
  public Compiler(FunctionTable<S> functions, Program.Missing missing) {
    this.functions = functions;
    this.missing = missing;
  }

  /**
   * The program of a text: of its expression when it is one, of the text itself when not.
   *
   * @throws ExpressionException when it can't be read or calls what there is not, with the place
   */
  public Program<S> text(String text) {
    return TemplateText.isExpression(text)
        ? compile(ExpressionParser.parse(text))
        : new Program.Constant<>(Values.of(TemplateText.literal(text)));
  }

  /**
   * The program of an expression.
   *
   * @throws ExpressionException when it calls what there is not, with the place
   */
  public Program<S> compile(Expression expression) {
    return switch (expression) {
      case Literal literal -> new Program.Constant<>(literal.value());
      case Access access ->
          folded(
              new Program.Access<>(
                  compile(access.target()),
                  compile(access.key()),
                  access.safe(),
                  missing,
                  access.offset()));
      case Call call -> call(call);
    };
  }

  private Program<S> call(Call call) {
    if (call.name().equalsIgnoreCase("lambda")) {
      return lambda(call);
    }
    if (call.name().equalsIgnoreCase("lambdaVariables")) {
      return new Program.Variable<>(constantText(call, 0), call.offset());
    }
    return switch (functions.find(call.name())) {
      case null -> throw unknown(call);
      case PureFunction pure ->
          folded(new Program.Pure<>(pure, arguments(call, pure.arity()), call.offset()));
      case LazyFunction lazy ->
          folded(new Program.Lazy<>(lazy, arguments(call, lazy.arity()), call.offset()));
      case ScopeFunction<?> scoped -> scoped(call, scoped);
      default -> throw new IllegalStateException("no function: " + call.name());
    };
  }

  @SuppressWarnings("unchecked") // the table holds functions that take S, see FunctionTable.with
  private Program<S> scoped(Call call, ScopeFunction<?> function) {
    return new Program.Scoped<>(
        (ScopeFunction<? super S>) function, arguments(call, function.arity()), call.offset());
  }

  private List<Program<S>> arguments(Call call, Arity arity) {
    if (!arity.allows(call.arguments().size())) {
      throw new ExpressionException(
          call.name() + "() takes " + arity + ", not " + call.arguments().size(), call.offset());
    }
    List<Program<S>> programs = new ArrayList<>(call.arguments().size());
    call.arguments().forEach(argument -> programs.add(compile(argument)));
    return programs;
  }

  private Program<S> lambda(Call call) {
    if (call.arguments().isEmpty()) {
      throw new ExpressionException("lambda() takes its variables and a body", call.offset());
    }
    int last = call.arguments().size() - 1;
    List<String> variables = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      variables.add(constantText(call, i));
    }
    return new Program.Lambda<>(variables, compile(call.arguments().get(last)), call.offset());
  }

  private static String constantText(Call call, int index) {
    if (index < call.arguments().size()
        && call.arguments().get(index) instanceof Literal literal
        && literal.value() instanceof StringValue text) {
      return text.text();
    }
    throw new ExpressionException(
        call.name() + "() takes names of variables as texts in quotes", call.offset());
  }

  /** Computed now when nothing in it can change; what fails then fails when it is run. */
  private Program<S> folded(Program<S> program) {
    boolean constant =
        switch (program) {
          case Program.Pure<S> pure -> pure.arguments().stream().allMatch(Program::isConstant);
          case Program.Lazy<S> lazy -> lazy.arguments().stream().allMatch(Program::isConstant);
          case Program.Access<S> access ->
              access.target().isConstant() && access.key().isConstant();
          default -> false;
        };
    if (!constant) {
      return program;
    }
    try {
      Value value = new Folded<S>(program).value();
      return value.weight() > LARGEST ? program : new Program.Constant<>(value);
    } catch (ExpressionException _) {
      return program;
    }
  }

  private ExpressionException unknown(Call call) {
    String hint =
        Suggestion.nearest(call.name(), functions.names())
            .map(name -> "; did you mean " + name + "()?")
            .orElse("");
    return new ExpressionException(
        "there is no function " + call.name() + "()" + hint, call.offset());
  }
}
