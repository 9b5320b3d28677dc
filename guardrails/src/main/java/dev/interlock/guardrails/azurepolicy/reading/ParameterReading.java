package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.ParameterType;
import dev.interlock.guardrails.azurepolicy.parameter.ParameterFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters: declared by definitions and initiatives, given by references and assignments.
 */
public final class ParameterReading {

  private ParameterReading() {}

  /** The declarations under {@code parameters}. */
  public static ByName<ParameterDeclaration> declared(Fields body) {
    Fields parameters = body.object("parameters", "parameter");
    if (parameters == null) {
      return ByName.none();
    }
    List<ParameterDeclaration> declarations = new ArrayList<>();
    for (MappingNode.Entry entry : parameters.node().entries()) {
      if (entry.value() instanceof MappingNode node) {
        Fields fields = new Fields(node, body.file(), body.problems());
        declarations.add(declaration(entry.key(), fields));
      } else {
        parameters.wrongType(entry.value(), entry.key(), "an object");
      }
    }
    return ByName.of(declarations, ParameterDeclaration::name);
  }

  private static ParameterDeclaration declaration(String name, Fields fields) {
    ParameterType type =
        fields.choice(ParameterType.STRING, ParameterType.values(), ParameterType::word, "type");
    if (fields.get("type") == null) {
      fields.missing("type", "say String, Array, Object, Boolean, Integer, Float or DateTime");
    }
    Node schema = fields.get("schema");
    ParameterDeclaration declaration =
        new ParameterDeclaration(
            name,
            type,
            value(fields.get("defaultValue")),
            fields.list("allowedValues").stream().map(Values::of).toList(),
            strongType(fields),
            value(schema),
            fields.source());
    fields.tellUnknown("a parameter", Set.of("metadata", "strongType"));
    checkDefault(declaration, fields);
    return declaration;
  }

  /** Azure keeps such definitions, and their assignments that give another value. */
  private static void checkDefault(ParameterDeclaration declaration, Fields fields) {
    Value value = declaration.defaultValue();
    if (value == null) {
      return;
    }
    boolean typed = ParameterFit.hasType(value, declaration.type());
    if (!typed || !ParameterFit.isAllowed(value, declaration)) {
      String wrong =
          typed ? "is not among its allowed values" : "is not of type " + declaration.type().word();
      fields
          .problems()
          .add(
              PolicyCode.POL019.warning(
                  fields.at("defaultValue"),
                  "the default of the parameter " + declaration.name() + " " + wrong,
                  null));
    }
  }

  private static @Nullable Value value(@Nullable Node node) {
    return node == null ? null : Values.of(node);
  }

  private static @Nullable String strongType(Fields fields) {
    Fields metadata =
        fields.get("metadata") instanceof MappingNode node
            ? new Fields(node, fields.file(), fields.problems())
            : null;
    return metadata == null ? null : metadata.text("strongType");
  }

  /** The values under {@code parameters}, each in an object of its own. */
  public static ByName<GivenParameter> given(Fields body, Function<Node, Value> values) {
    Fields parameters = body.object("parameters", "parameter");
    if (parameters == null) {
      return ByName.none();
    }
    List<GivenParameter> given = new ArrayList<>();
    for (MappingNode.Entry entry : parameters.node().entries()) {
      Node value = entry.value() instanceof MappingNode node ? valueOf(node) : null;
      if (value == null) {
        body.problems()
            .add(
                PolicyCode.POL006.error(
                    entry.value().in(body.file()),
                    "the parameter " + entry.key() + " must be an object with a value",
                    "write {\"value\": \u2026}"));
      } else {
        given.add(new GivenParameter(entry.key(), values.apply(value), value.in(body.file())));
      }
    }
    return ByName.of(given, GivenParameter::name);
  }

  /** The value, which may also be nothing: {@code null} is given, too. */
  private static @Nullable Node valueOf(MappingNode parameter) {
    for (MappingNode.Entry entry : parameter.entries()) {
      if (entry.key().equalsIgnoreCase("value")) {
        return entry.value();
      }
    }
    return null;
  }
}
