package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds what a field's name means. Safe for use by several threads. */
public final class Fields {

  /** Names that come out of expressions are remembered; so many, then they are forgotten. */
  private static final int MOST_KEPT = 1000;

  private final @Nullable AliasTable aliases;
  private final Map<String, FieldReference> known = new ConcurrentHashMap<>();

  /**
   * Fields by these aliases.
   *
   * @param aliases null when names are paths into the resource itself
   */
  public Fields(@Nullable AliasTable aliases) {
    this.aliases = aliases;
  }

  /** The field of a name. */
  public FieldReference of(String name) {
    FieldReference field = known.get(name);
    if (field == null) {
      field = find(name);
      if (known.size() >= MOST_KEPT) {
        known.clear();
      }
      known.put(name, field);
    }
    return field;
  }

  /** The field whose name is an expression; found now when that is constant. */
  public FieldReference of(String written, Program<PolicyScope> name) {
    return name instanceof Program.Constant<PolicyScope> constant
            && constant.value() instanceof StringValue text
        ? of(text.text())
        : new ComputedField(written, name, this);
  }

  private FieldReference find(String name) {
    FieldReference word = WordField.find(name);
    if (word != null) {
      return word;
    }
    FieldReference tag = TagField.find(name);
    if (tag != null) {
      return tag;
    }
    if (aliases == null) {
      return BodyField.of(name);
    }
    return isOfEveryResource(name)
        ? new PathField(name, FieldPath.parse(name))
        : new AliasField(name, aliases);
  }

  /** Names without an alias that Microsoft's own definitions use on every type. */
  private static boolean isOfEveryResource(String name) {
    return name.regionMatches(true, 0, "identity.", 0, 9);
  }
}
