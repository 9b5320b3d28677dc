package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression is made of.
 *
 * @param fields names that it asks for by {@code field(…)} or {@code current(…)}
 * @param constants values in it
 * @param functions names of what it calls
 */
record Parts(Set<String> fields, List<Value> constants, Set<String> functions) {

  static Parts of(Program<PolicyScope> program) {
    Parts parts = new Parts(new LinkedHashSet<>(), new ArrayList<>(), new LinkedHashSet<>());
    parts.add(program);
    return parts;
  }

  private void add(Program<PolicyScope> program) {
    switch (program) {
      case Program.Constant<PolicyScope> constant -> constants.add(constant.value());
      case Program.Items<PolicyScope> items -> items.items().forEach(this::add);
      case Program.Properties<PolicyScope> object ->
          object.properties().values().forEach(this::add);
      case Program.Pure<PolicyScope> call -> call(call.function().name(), call.arguments());
      case Program.Scoped<PolicyScope> call -> call(call.function().name(), call.arguments());
      case Program.Lazy<PolicyScope> call -> call(call.function().name(), call.arguments());
      case Program.Lambda<PolicyScope> lambda -> add(lambda.body());
      case Program.Variable<PolicyScope> _ -> {}
      case Program.Access<PolicyScope> access -> {
        add(access.target());
        add(access.key());
      }
    }
  }

  private void call(String name, List<Program<PolicyScope>> arguments) {
    functions.add(name);
    if ((name.equals("field") || name.equals("current"))
        && !arguments.isEmpty()
        && arguments.getFirst() instanceof Program.Constant<PolicyScope> constant
        && constant.value() instanceof StringValue text) {
      fields.add(text.text());
    }
    arguments.forEach(this::add);
  }
}
