package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A resource under judgement, with what every rule asks of it worked out once. */
public final class Subject {

  /** The property of that name. */
  public static final PropertyName TYPE = new PropertyName("type");

  /** The property of that name. */
  public static final PropertyName ID = new PropertyName("id");

  /** The property of that name. */
  public static final PropertyName KIND = new PropertyName("kind");

  /** The property of that name. */
  public static final PropertyName TAGS = new PropertyName("tags");

  private static final PropertyName NAME = new PropertyName("name");
  private static final PropertyName FULL_NAME = new PropertyName("fullName");
  private static final PropertyName LOCATION = new PropertyName("location");
  private static final PropertyName IDENTITY = new PropertyName("identity");
  private static final PropertyName API_VERSION = new PropertyName("apiVersion");

  private final ObjectValue resource;
  private final TypeVersion typeVersion;
  private final Value location;
  private @Nullable Value fullName;
  private @Nullable Value lastName;

  /**
   * A type as far as aliases care.
   *
   * @param type lower-case
   * @param apiVersion of the request; null when not known
   */
  public record TypeVersion(String type, @Nullable String apiVersion) {}

  /**
   * A resource.
   *
   * @param apiVersion of the request; null takes the resource's own, if it says one
   */
  public Subject(ObjectValue resource, @Nullable String apiVersion) {
    this.resource = resource;
    String own = text(resource.get(API_VERSION));
    this.typeVersion =
        new TypeVersion(lower(text(resource.get(TYPE))), apiVersion == null ? own : apiVersion);
    this.location = LocationNames.normal(property(LOCATION));
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(@Nullable Value value) {
    return value instanceof StringValue text ? text.text() : null;
  }

  /** The whole resource. */
  public ObjectValue resource() {
    return resource;
  }

  /** Its type and API version, as aliases care. */
  public TypeVersion typeVersion() {
    return typeVersion;
  }

  /** Its type in lower case; empty when it has none. */
  public String type() {
    return typeVersion.type();
  }

  /** A property of the resource itself; null as a value when it is absent. */
  public Value property(PropertyName name) {
    Value value = resource.get(name);
    return value == null ? NullValue.NULL : value;
  }

  /** Its location, without blanks and in lower case. */
  public Value location() {
    return location;
  }

  /** The type of its managed identity. */
  public Value identityType() {
    return property(IDENTITY) instanceof ObjectValue identity && identity.get(TYPE) != null
        ? java.util.Objects.requireNonNull(identity.get(TYPE))
        : NullValue.NULL;
  }

  /** Its name with those of the resources around it, {@code server/database}. */
  public Value fullName() {
    Value known = fullName;
    if (known == null) {
      Value given = resource.get(FULL_NAME);
      known = given == null ? names() : given;
      fullName = known;
    }
    return known;
  }

  private Value names() {
    String id = text(resource.get(ID));
    String names = id == null ? null : ResourceIds.fullName(id);
    return names == null ? property(NAME) : Values.of(names);
  }

  /** The last part of its name. */
  public Value name() {
    Value known = lastName;
    if (known == null) {
      known = shortName(property(NAME));
      lastName = known;
    }
    return known;
  }

  /** A child is named after its parents in inventories and templates: only the last part counts. */
  private Value shortName(Value name) {
    if (name instanceof StringValue text && ResourceIds.isChildType(type())) {
      int slash = text.text().lastIndexOf('/');
      return slash < 0 ? name : Values.of(text.text().substring(slash + 1));
    }
    return name;
  }
}
