package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.alias.Alias;
import dev.interlock.guardrails.azurepolicy.alias.AliasAnswer;
import dev.interlock.guardrails.azurepolicy.alias.AliasPath;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.field.TagField;
import dev.interlock.guardrails.azurepolicy.field.WordField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where a field's value is put. */
record Places(AliasTable aliases) {

  /** A place, and the form of the text there when the value is only a part of it. */
  record Place(List<String> path, @Nullable String phrase) {

    static Place at(List<String> path) {
      return new Place(path, null);
    }

    /** The value as it stands at the place. */
    @Nullable Value written(@Nullable Value value) {
      return phrase != null && value instanceof StringValue text
          ? Values.of(phrase.replace("{}", text.text()).replaceAll("\\{[^}]*\\}", "any"))
          : value;
    }
  }

  /** The types that a field exists on; none when every type has it. */
  List<String> types(String field) {
    return aliases.named(field).stream().map(Alias::type).toList();
  }

  /** The place of a field; null when resources of the type have none. */
  @Nullable Place of(FieldReference field, String type) {
    if (field instanceof WordField word) {
      return Place.at(AliasPath.of(word.path().toString()).segments());
    }
    if (field instanceof TagField tag) {
      return Place.at(List.of("tags", tag.tag().text()));
    }
    if (aliases.find(type, field.name()) instanceof AliasAnswer.Here here) {
      AliasPath path = here.alias().path(null);
      return new Place(
          path.segments(),
          path.pattern() == null
              ? null
              : path.pattern().phrase().replace("{" + path.pattern().variable() + "}", "{}"));
    }
    return field.name().regionMatches(true, 0, "identity.", 0, 9)
        ? Place.at(AliasPath.of(field.name()).segments())
        : null;
  }
}
