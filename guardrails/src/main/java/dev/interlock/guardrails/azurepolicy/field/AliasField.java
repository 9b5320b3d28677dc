package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.alias.AliasAnswer;
import dev.interlock.guardrails.azurepolicy.alias.AliasPath;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field by its alias, which leads to another path on each type of resource. */
public final class AliasField implements FieldReference {

  private final String name;
  private final AliasTable aliases;
  private volatile @Nullable Known last;

  /** Where it leads on the type that was asked for last: rules mostly look at one type. */
  private record Known(Subject.TypeVersion type, FieldReference field) {}

  AliasField(String name, AliasTable aliases) {
    this.name = name;
    this.aliases = aliases;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public FieldReference in(PolicyScope scope) {
    Subject.TypeVersion type = scope.subject().typeVersion();
    Known known = last;
    if (known == null || !known.type().equals(type)) {
      known = new Known(type, resolve(type));
      last = known;
    }
    return known.field();
  }

  private FieldReference resolve(Subject.TypeVersion type) {
    return switch (aliases.find(type.type(), name)) {
      case AliasAnswer.Here here -> at(here.alias().path(type.apiVersion()));
      case AliasAnswer.Elsewhere _ -> new AbsentField(name);
      case AliasAnswer.Nowhere _ -> new UnknownField(name, complaint());
    };
  }

  private FieldReference at(AliasPath path) {
    boolean isFixed = Boolean.FALSE.equals(path.modifiable());
    PathField field = new PathField(name, FieldPath.parse(path.text()), isFixed);
    return path.pattern() == null ? field : new ExtractedField(field, path.pattern());
  }

  private String complaint() {
    return "there is no alias "
        + name
        + aliases.similar(name).map(other -> "; did you mean " + other + "?").orElse("");
  }

  @Override
  public Value value(PolicyScope scope) {
    return in(scope).value(scope);
  }

  @Override
  public Value function(PolicyScope scope) {
    return in(scope).function(scope);
  }

  /** A property that resources of the type at hand don't have. */
  record AbsentField(String name) implements FieldReference {

    @Override
    public boolean isMany() {
      return name.contains("[*]");
    }

    @Override
    public boolean isOfOtherTypes() {
      return true;
    }

    @Override
    public Value value(PolicyScope scope) {
      return NullValue.NULL;
    }

    @Override
    public Value function(PolicyScope scope) {
      return isMany() ? ArrayValue.EMPTY : FieldReference.super.function(scope);
    }

    @Override
    public List<ElementBinding> elements(PolicyScope scope) {
      return List.of();
    }
  }
}
