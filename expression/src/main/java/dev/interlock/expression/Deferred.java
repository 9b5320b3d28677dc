package dev.interlock.expression;

import java.util.List;

/** An argument with what it needs to be evaluated. */
record Deferred<S>(Program<S> program, S scope, Locals locals) implements Operand {

  @Override
  public Value value() {
    Value value = program.run(scope, locals);
    locals.passed(value);
    return value;
  }

  @Override
  public boolean isLambda() {
    return program instanceof Program.Lambda<S>;
  }

  @Override
  public int variables() {
    return program instanceof Program.Lambda<S> lambda ? lambda.variables().size() : 0;
  }

  @Override
  public Value call(List<Value> arguments) {
    if (!(program instanceof Program.Lambda<S> lambda)) {
      throw new ExpressionException("a lambda was expected");
    }
    Locals inner = locals;
    inner.call();
    for (int i = 0; i < lambda.variables().size() && i < arguments.size(); i++) {
      inner = inner.with(lambda.variables().get(i), arguments.get(i));
    }
    return lambda.body().run(scope, inner);
  }
}
