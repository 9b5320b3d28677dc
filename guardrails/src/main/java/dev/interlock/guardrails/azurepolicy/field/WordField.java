package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import org.jspecify.annotations.Nullable;

/** A field that every resource has: {@code type}, {@code location}, {@code tags} … */
public enum WordField implements FieldReference {
  /** The last part of the name. */
  NAME("name"),
  /** The name with those of the resources around it. */
  FULL_NAME("fullName"),
  /** The kind. */
  KIND("kind"),
  /** The type. */
  TYPE("type"),
  /** The location, without blanks. */
  LOCATION("location"),
  /** The id. */
  ID("id"),
  /** The type of its managed identity. */
  IDENTITY_TYPE("identity.type"),
  /** All tags. */
  TAGS("tags");

  private final String word;

  WordField(String word) {
    this.word = word;
  }

  @Override
  public String label() {
    return word;
  }

  /** The field of that name, in any letter case; null when it is none of these. */
  static @Nullable WordField find(String name) {
    for (WordField field : values()) {
      if (field.word.equalsIgnoreCase(name)) {
        return field;
      }
    }
    return null;
  }

  @Override
  public FieldPath path() {
    return FieldPath.parse(word);
  }

  @Override
  public Value value(PolicyScope scope) {
    Subject subject = scope.subject();
    return switch (this) {
      case NAME -> subject.name();
      case FULL_NAME -> subject.fullName();
      case KIND -> subject.property(Subject.KIND);
      case TYPE -> subject.property(Subject.TYPE);
      case LOCATION -> subject.location();
      case ID -> subject.property(Subject.ID);
      case IDENTITY_TYPE -> subject.identityType();
      case TAGS -> subject.property(Subject.TAGS);
    };
  }
}
