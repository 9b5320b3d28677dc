package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Index;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a deployment: what is given, or their defaults, which may ask for one another.
 */
final class ParameterValues {

  private final Template template;
  private final Evaluator evaluator;
  private final Run run;
  private final MappingNode declared;
  private final Index index;
  private final Map<String, Given> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Value> values = new HashMap<>();
  private final Set<String> evaluating = new HashSet<>();
  private final @Nullable String elsewhere;
  private final TypeDefinitions definitions;
  private final TypeCheck types;

  ParameterValues(Template template, Evaluator evaluator, Run run, GivenValues given) {
    this.template = template;
    this.evaluator = evaluator;
    this.run = run;
    this.declared = template.section("parameters");
    this.index = Index.of(declared);
    this.definitions = new TypeDefinitions(template.section("definitions"));
    this.types = new TypeCheck(definitions);
    this.given.putAll(given.values());
    this.elsewhere = given.elsewhere();
  }

  /** Their names, as declared. */
  List<String> names() {
    return declared.entries().stream().map(Entry::key).toList();
  }

  /** Looks at what is given, and evaluates everything. */
  void check(TemplateScope scope) {
    for (Map.Entry<String, Given> each : given.entrySet()) {
      if (entry(each.getKey()) == null) {
        String message = "there is no parameter '" + each.getKey() + "' in " + template.file();
        run.problem(
            Problem.NO_PARAMETER, each.getValue().source(), message + nearest(each.getKey()));
      }
    }
    names().forEach(name -> value(name, scope));
  }

  /** The value of one. */
  Value value(String name, TemplateScope scope) {
    Entry entry = entry(name);
    if (entry == null) {
      throw new ExpressionException("there is no parameter '" + name + "'" + nearest(name));
    }
    Value known = values.get(entry.key());
    if (known != null) {
      return known;
    }
    if (!evaluating.add(entry.key())) {
      throw new ExpressionException("the parameter '" + name + "' asks for itself");
    }
    int before = run.suppressed();
    Value value = secured(entry, found(entry, scope));
    evaluating.remove(entry.key());
    if (run.suppressed() == before) {
      values.put(entry.key(), value);
    }
    return value;
  }

  private Value found(Entry entry, TemplateScope scope) {
    Given own = given.get(entry.key());
    if (own != null && !(own.value() instanceof NullValue)) {
      String wrong = types.complaint(own.value(), entry.value());
      if (wrong != null) {
        run.problem(Problem.VALUE, own.source(), "the parameter '" + entry.key() + "'" + wrong);
      }
      return own.value();
    }
    if (elsewhere != null && own == null) {
      return new UnknownValue(elsewhere);
    }
    Node byDefault = Keys.get(entry.value(), "defaultValue");
    if (byDefault != null) {
      return byDefault(entry, byDefault, scope);
    }
    if (hasDefault(entry.value()) || definitions.isNullable(entry.value())) {
      return NullValue.NULL;
    }
    String message = "the parameter '" + entry.key() + "' has no value";
    run.problem(Problem.NO_VALUE, template.file(), entry.value(), message);
    return new UnknownValue(message);
  }

  private Value byDefault(Entry entry, Node written, TemplateScope scope) {
    Value value =
        definitions.isSecure(entry.value())
            ? secureDefault(entry, written, scope)
            : evaluator.value(written, scope);
    String wrong = types.complaint(value, entry.value());
    if (wrong != null) {
      String message = "the default of the parameter '" + entry.key() + "'" + wrong;
      run.problem(Problem.VALUE, template.file(), written, message);
    }
    return value;
  }

  /** What is wrong with it must not be quoted. */
  private Value secureDefault(Entry entry, Node written, TemplateScope scope) {
    Value[] value = {Secrets.UNKNOWN};
    if (run.quietly(() -> value[0] = evaluator.value(written, scope))) {
      String message = "the default of the secure parameter '" + entry.key() + "' fails";
      run.problem(Problem.EXPRESSION, template.file(), written, message);
      return Secrets.UNKNOWN;
    }
    return value[0];
  }

  /** A default of null says something, too. */
  private static boolean hasDefault(Node declaration) {
    return declaration instanceof MappingNode mapping
        && mapping.entries().stream().anyMatch(e -> e.key().equalsIgnoreCase("defaultValue"));
  }

  private Value secured(Entry entry, Value value) {
    return new SecureParts(definitions).marked(value, entry.value());
  }

  private @Nullable Entry entry(String name) {
    return index.find(name);
  }

  private String nearest(String name) {
    return Suggested.of(name, names());
  }
}
