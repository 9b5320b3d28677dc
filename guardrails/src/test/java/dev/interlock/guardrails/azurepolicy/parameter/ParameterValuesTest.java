package dev.interlock.guardrails.azurepolicy.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.ParameterType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What parameters are given, and what they then are. */
class ParameterValuesTest {

  private static final SourceRef ASSIGNMENT = new SourceRef("assignment.json", 1, 1);
  private static final SourceRef VALUE = new SourceRef("assignment.json", 7, 12);

  @Test
  void whatIsNotGivenHasItsDefault() {
    ParameterValues values = of(declared(ParameterType.STRING, Values.of("Deny")));

    assertThat(values.isSound()).isTrue();
    assertThat(values.values().get("EFFECT")).isEqualTo(Values.of("Deny"));
  }

  @Test
  void whatIsGivenCountsInAnyLetterCaseOfItsName() {
    ParameterValues values =
        of(declared(ParameterType.STRING, Values.of("Deny")), given("Effect", Values.of("Audit")));

    assertThat(values.isSound()).isTrue();
    assertThat(values.values().get("effect")).isEqualTo(Values.of("Audit"));
  }

  @Test
  void withoutDefaultItMustBeGiven() {
    ParameterValues values = of(declared(ParameterType.STRING, null));

    assertThat(values.problems()).extracting(Diagnostic::code).containsExactly("POL020");
    assertThat(values.problems()).extracting(Diagnostic::source).containsExactly(ASSIGNMENT);
  }

  @Test
  void whatIsNotDeclaredIsTold() {
    ParameterValues values =
        of(declared(ParameterType.STRING, Values.of("x")), given("efect", Values.of("x")));

    assertThat(values.problems()).extracting(Diagnostic::code).containsExactly("POL023");
    assertThat(values.problems().getFirst().hint()).contains("effect");
  }

  @ParameterizedTest
  @CsvSource({
    "STRING, 'text', true",
    "STRING, '3', false",
    "ARRAY, '[1]', true",
    "ARRAY, 'text', false",
    "OBJECT, '{}', true",
    "OBJECT, '[1]', false",
    "BOOLEAN, 'true', true",
    "BOOLEAN, 'text', false",
    "INTEGER, '3', true",
    "INTEGER, '3.5', false",
    "FLOAT, '3.5', true",
    "FLOAT, '3', true",
    "FLOAT, 'text', false",
    "DATE_TIME, '2026-01-01T00:00:00.1234567Z', true",
    "DATE_TIME, 'text', false",
    "INTEGER, '?', true",
  })
  void nothingIsConverted(ParameterType type, String written, boolean fits) {
    ParameterValues values = of(declared(type, null), given("effect", value(written)));

    assertThat(values.problems())
        .extracting(Diagnostic::code)
        .containsExactlyElementsOf(fits ? List.of() : List.of("POL021"));
    assertThat(values.problems()).allSatisfy(p -> assertThat(p.source()).isEqualTo(VALUE));
  }

  @Test
  void allowedValuesAreComparedInTheirLetterCase() {
    ParameterDeclaration declaration =
        declared(ParameterType.STRING, null, Values.of("Deny"), Values.of("Audit"));

    assertThat(of(declaration, given("effect", Values.of("Audit"))).isSound()).isTrue();
    assertThat(of(declaration, given("effect", Values.of("audit"))).problems())
        .extracting(Diagnostic::code)
        .containsExactly("POL022");
  }

  @Test
  void eachElementOfAListMustBeAllowed() {
    ParameterDeclaration declaration =
        declared(ParameterType.ARRAY, null, Values.of("westus"), Values.of("eastus"));

    assertThat(of(declaration, given("effect", ArrayValue.of(Values.of("eastus")))).isSound())
        .isTrue();
    assertThat(
            of(declaration, given("effect", ArrayValue.of(Values.of("eastus"), Values.of("mars"))))
                .problems())
        .extracting(Diagnostic::code)
        .containsExactly("POL022");
  }

  private static Value value(String written) {
    return switch (written) {
      case "true" -> BooleanValue.of(true);
      case "3" -> new IntegerValue(3);
      case "3.5" -> NumberValue.of(new BigDecimal("3.5"));
      case "[1]" -> ArrayValue.of(new IntegerValue(1));
      case "{}" -> ObjectValue.EMPTY;
      case "?" -> new UnknownValue("filled in later");
      default -> Values.of(written);
    };
  }

  private static ParameterDeclaration declared(
      ParameterType type, @Nullable Value otherwise, Value... allowed) {
    return new ParameterDeclaration(
        "effect", type, otherwise, List.of(allowed), null, null, SourceRef.file("definition.json"));
  }

  private static GivenParameter given(String name, Value value) {
    return new GivenParameter(name, value, VALUE);
  }

  private static ParameterValues of(ParameterDeclaration declaration, GivenParameter... given) {
    return ParameterValues.of(
        ByName.of(List.of(declaration), ParameterDeclaration::name),
        ByName.of(Stream.of(given).toList(), GivenParameter::name),
        ASSIGNMENT);
  }
}
