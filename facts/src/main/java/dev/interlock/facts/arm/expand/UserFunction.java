package dev.interlock.facts.arm.expand;

import dev.interlock.document.Node;
import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A function that a template declares.
 *
 * @param name with the namespace before a dot
 * @param parameters their names, in order
 * @param least how many must be given
 * @param output what it gives; null when nothing is written
 */
record UserFunction(
    String name,
    List<String> parameters,
    int least,
    @Nullable Node output,
    Supplier<Evaluator> evaluator)
    implements ScopeFunction<TemplateScope> {

  @Override
  public Arity arity() {
    return Arity.of(least, parameters.size());
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Map<String, Value> given = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      given.put(parameters.get(i), arguments.has(i) ? arguments.get(i) : NullValue.NULL);
    }
    return output == null
        ? NullValue.NULL
        : evaluator.get().value(output, scope.calling(ObjectValue.of(given)));
  }
}
