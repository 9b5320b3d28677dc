package dev.interlock.guardrails.cel;

import dev.cel.common.CelIssue;
import dev.interlock.finding.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the compiler's messages into ours, with a hint. */
final class CompileHints {

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '([^']*)'.*");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '(.*)' \\(candidates.*");

  /** Functions people reach for, for the sake of suggestions. */
  private static final List<String> FUNCTIONS =
      List.of(
          "true",
          "false",
          "size",
          "has",
          "all",
          "exists",
          "exists_one",
          "map",
          "filter",
          "contains",
          "startsWith",
          "endsWith",
          "matches",
          "quantity",
          "isQuantity",
          "string",
          "int",
          "double",
          "bool",
          "type",
          "duration",
          "timestamp",
          "lowerAscii",
          "upperAscii",
          "split",
          "join",
          "replace",
          "trim",
          "indexOf",
          "substring",
          "orValue",
          "optMap",
          "hasValue");

  private CompileHints() {}

  static ExpressionProblem problem(CelIssue issue, int offset) {
    String message = issue.getMessage();
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return unknownName(undeclared.group(1), offset);
    }
    Matcher field = UNDEFINED_FIELD.matcher(message);
    if (field.matches()) {
      return unknownProperty(field.group(1), offset);
    }
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (overload.matches()) {
      return noOverload(overload.group(1), overload.group(2), offset);
    }
    return new ExpressionProblem(offset, "CEL: " + message, syntaxHint(message));
  }

  private static ExpressionProblem unknownName(String name, int offset) {
    List<String> known = new ArrayList<>(FUNCTIONS);
    if (name.equals("format")) {
      return new ExpressionProblem(
          offset,
          "there is no function \"format\" here",
          "join texts with +, and turn numbers into text with string(…)");
    }
    if (known.contains(name)) {
      return new ExpressionProblem(
          offset,
          "the function \"" + name + "\" is not called in its form here",
          "a call has all its arguments, as in size(list) or list.all(x, x > 0)");
    }
    List<String> variables = Arrays.stream(Variable.values()).map(Variable::word).toList();
    known.addAll(variables);
    String hint =
        Suggestion.didYouMean(name, known).orElse("variables are " + String.join(", ", variables));
    return new ExpressionProblem(
        offset, "\"" + name + "\" is neither a variable nor a function", hint);
  }

  private static ExpressionProblem unknownProperty(String name, int offset) {
    List<String> known = new ArrayList<>();
    for (var type : Dialect.types().types()) {
      known.addAll(Dialect.types().properties(type.name()));
    }
    return new ExpressionProblem(
        offset,
        "there is no property \"" + name + "\"",
        Suggestion.didYouMean(name, known).orElse(null));
  }

  private static ExpressionProblem noOverload(String function, String types, int offset) {
    String operator = function.replace("_", "");
    boolean symbol = operator.chars().noneMatch(Character::isLetter);
    String what = symbol ? "operator " + operator : "function " + operator;
    return new ExpressionProblem(
        offset,
        what + " does not take " + types,
        types.contains("optional_type")
            ? "an optional needs .orValue(…) before it is compared"
            : null);
  }

  private static @Nullable String syntaxHint(String message) {
    if (message.contains("extraneous input '='")
        || message.contains("token recognition error at: '= '")) {
      return "compare with ==";
    }
    if (message.contains("'and'") || message.contains("'or'") || message.contains("'not'")) {
      return "CEL writes && for and, || for or, ! for not";
    }
    return null;
  }
}
