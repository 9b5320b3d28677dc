package dev.interlock.guardrails.azurepolicy.parameter;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import java.util.ArrayList;
import java.util.List;

/** Values of parameters by name: plain, or as an assignment has them, under {@code value} alone. */
public final class PlainParameters {

  private PlainParameters() {}

  /** The parameters that an object gives. */
  public static ByName<GivenParameter> of(ObjectValue values, SourceRef source) {
    List<GivenParameter> given = new ArrayList<>();
    values
        .toMap()
        .forEach((name, value) -> given.add(new GivenParameter(name, plain(value), source)));
    return ByName.of(given, GivenParameter::name);
  }

  private static Value plain(Value value) {
    return value instanceof ObjectValue object
            && object.size() == 1
            && object.names().getFirst().equals("value")
        ? object.at(0)
        : value;
  }
}
