package dev.interlock.facts.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.TemplateExpansion;
import dev.interlock.finding.Diagnostic;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates that are made to eat the machine end in a diagnostic. */
@Tag("slow")
class HostileTemplatesTest {

  private static final String TOO_MUCH = "ARM010";
  private static final String FAILS = "ARM001";

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void end_in_a_diagnostic(String name, String template, String code) {
    TemplateExpansion expansion = Expanding.text(template);
    assertThat(expansion.diagnostics()).extracting(Diagnostic::code).contains(code);
    assertThat(expansion.diagnostics())
        .allSatisfy(it -> assertThat(it.message().length()).isLessThan(1000));
  }

  static Stream<Arguments> templates() {
    return Stream.of(
        Arguments.of(
            "text that doubles", growing("concat(variables('v%1$d'), variables('v%1$d'))"), FAILS),
        Arguments.of(
            "arrays that double",
            growing("createArray(variables('v%1$d'), variables('v%1$d'))"),
            TOO_MUCH),
        Arguments.of(
            "objects that double",
            growing("createObject('a', variables('v%1$d'), 'b', variables('v%1$d'))"),
            TOO_MUCH),
        Arguments.of(
            "literals that double",
            variables(
                40,
                "v39",
                i ->
                    i == 0
                        ? "\"x\""
                        : "{\"a\": %1$s, \"b\": %1$s}"
                            .formatted("\"[variables('v" + (i - 1) + "')]\"")),
            TOO_MUCH),
        Arguments.of(
            "a chain of variables",
            variables(9000, "v8999", i -> i == 0 ? "\"x\"" : "\"[variables('v" + (i - 1) + "')]\""),
            FAILS),
        Arguments.of(
            "a ring of variables",
            variables(3, "v0", i -> "\"[variables('v" + (i + 1) % 3 + "')]\""),
            FAILS),
        Arguments.of("a function that calls itself", function("n.f(parameters('x'))"), FAILS),
        Arguments.of(
            "a function that calls itself twice",
            function("concat(n.f(parameters('x')), n.f(parameters('x')))"),
            TOO_MUCH),
        Arguments.of(
            "loops in loops",
            resource(
                800,
                "{\"copy\": [{\"name\": \"p\", \"count\": 800, \"input\": {\"copy\": [{\"name\": \"q\", \"count\": 800, \"input\": \"x\"}]}}]}"),
            TOO_MUCH),
        Arguments.of("a loop of a milliard", resource(1_000_000_000, "{}"), "ARM006"),
        Arguments.of("a loop of less than nothing", resource(-5, "{}"), "ARM006"),
        Arguments.of(
            "a thousand resources",
            listed(
                1000,
                i -> "{\"type\": \"A.B/c\", \"apiVersion\": \"1\", \"name\": \"r" + i + "\"}"),
            TOO_MUCH),
        Arguments.of(
            "long texts in loops",
            outputs(
                40,
                i ->
                    "\"array\", \"copy\": {\"count\": 800, \"input\": \"[concat(padLeft('x', 100000), copyIndex())]\"}"),
            TOO_MUCH),
        Arguments.of(
            "large constants",
            outputs(2000, i -> "\"array\", \"value\": \"[range(" + i + ", 10000)]\""),
            TOO_MUCH),
        Arguments.of(
            "lambdas in lambdas",
            outputs(
                300,
                i ->
                    "\"array\", \"value\": \"[map(range("
                        + i
                        + ", 10000), lambda('x', map(range(0, 10000), lambda('y', 1))))]\""),
            TOO_MUCH),
        Arguments.of(
            "arrays that are put together",
            outputs(
                50,
                i ->
                    "\"array\", \"value\": \"[reduce(range("
                        + i
                        + ", 10000), createArray(), lambda('a', 'b', concat(lambdaVariables('a'), createArray(lambdaVariables('b')))))]\""),
            TOO_MUCH),
        Arguments.of(
            "deep brackets",
            outputs(1, i -> "\"string\", \"value\": \"[" + "concat(".repeat(10_000) + "]\""),
            FAILS),
        Arguments.of(
            "a long expression",
            outputs(
                1,
                i -> "\"string\", \"value\": \"[concat(" + "'abcdefgh',".repeat(9000) + "'')]\""),
            FAILS),
        Arguments.of(
            "a long name",
            outputs(1, i -> "\"string\", \"value\": \"[" + "a".repeat(80_000) + "(]\""),
            FAILS),
        Arguments.of(
            "a name of a hundred thousand parts",
            "{\"contentVersion\": \"1\", \"resources\": [{\"type\": \"A.B/c\", \"apiVersion\": \"1\", \"name\": \""
                + "n/".repeat(100_000)
                + "\"}]}",
            "ARM007"),
        Arguments.of(
            "many that wait for many",
            resource(799, "{}")
                .replace(
                    "\"apiVersion\"",
                    "\"dependsOn\": \"[map(range(0, 10000), lambda('x', concat('z', lambdaVariables('x'))))]\", \"apiVersion\""),
            "ARM016"),
        Arguments.of("deployments in deployments", nested(45, 1), TOO_MUCH),
        Arguments.of("deployments in deployments in loops", nested(30, 10), TOO_MUCH));
  }

  private static String growing(String expression) {
    return variables(
        40,
        "v39",
        i -> i == 0 ? "\"" + "x".repeat(100) + "\"" : "\"[" + expression.formatted(i - 1) + "]\"");
  }

  private static String variables(int count, String shown, IntFunction<String> value) {
    return """
    {"contentVersion": "1.0.0.0", "resources": [], "variables": {%s},
     "outputs": {"o": {"type": "x", "value": "[variables('%s')]"}}}
    """
        .formatted(joined(count, i -> "\"v" + i + "\": " + value.apply(i)), shown);
  }

  private static String function(String body) {
    return """
    {"contentVersion": "1.0.0.0", "resources": [],
     "functions": [{"namespace": "n", "members": {"f": {
       "parameters": [{"name": "x", "type": "string"}],
       "output": {"type": "string", "value": "[%s]"}}}}],
     "outputs": {"o": {"type": "string", "value": "[n.f('a')]"}}}
    """
        .formatted(body);
  }

  private static String resource(int count, String properties) {
    return listed(
        1,
        i ->
            """
            {"type": "A.B/c", "apiVersion": "1", "name": "[concat('a', copyIndex())]",
             "copy": {"name": "l", "count": %d}, "properties": %s}
            """
                .formatted(count, properties));
  }

  private static String listed(int count, IntFunction<String> resource) {
    return "{\"contentVersion\": \"1.0.0.0\", \"resources\": [" + joined(count, resource) + "]}";
  }

  private static String outputs(int count, IntFunction<String> typeAndValue) {
    return "{\"contentVersion\": \"1.0.0.0\", \"resources\": [], \"outputs\": {"
        + joined(count, i -> "\"o" + i + "\": {\"type\": " + typeAndValue.apply(i) + "}")
        + "}}";
  }

  private static String nested(int depth, int count) {
    String template = "{\"contentVersion\": \"1\", \"resources\": []}";
    for (int i = 0; i < depth; i++) {
      template =
          """
          {"contentVersion": "1", "resources": [{"type": "Microsoft.Resources/deployments",
           "apiVersion": "1", "name": "d", "copy": {"name": "l", "count": %d},
           "properties": {"template": %s}}]}
          """
              .formatted(count, template);
    }
    return template;
  }

  private static String joined(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(",\n"));
  }
}
