package dev.interlock.guardrails.azurepolicy.effect;

import dev.interlock.expression.PropertyName;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.ResourceIds;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which related resources are meant. A resource that does not say its type, name or id is taken to
 * fit in that: it was given as related.
 *
 * @param of the resource that they are related to
 * @param name their name, whole or without their parents'; {@code ?} as its last part stands for
 *     any; null for any
 * @param resourceGroup where they are; null for that of the resource
 * @param wholeSubscription whether the group does not matter
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/effect-deploy-if-not-exists#deployifnotexists-properties">DeployIfNotExists
 *     properties</a>
 */
public record RelatedQuery(
    Subject of,
    String type,
    @Nullable String name,
    @Nullable String resourceGroup,
    boolean wholeSubscription) {

  private static final PropertyName NAME = new PropertyName("name");

  /** True when one resource is meant, so that finding it is finding all. */
  public boolean isExact() {
    return name != null && !name.endsWith("?");
  }

  /** True when the one resource that is meant is the very one that others are to be related to. */
  public boolean meansItself() {
    return name != null
        && !of.type().isEmpty()
        && type.equalsIgnoreCase(of.type())
        && (name.equalsIgnoreCase(text(of.property(NAME)))
            || name.equalsIgnoreCase(text(of.fullName())))
        && isInOwnGroup();
  }

  private boolean isInOwnGroup() {
    String own = text(of.property(Subject.ID));
    return resourceGroup == null
        || own == null
        || resourceGroup.equalsIgnoreCase(ResourceIds.after(own, "resourceGroups"));
  }

  /** True when the resource is one of those that are meant. */
  public boolean fits(Subject candidate) {
    return (candidate.type().isEmpty() || candidate.type().equalsIgnoreCase(type))
        && fitsName(candidate)
        && fitsPlace(candidate);
  }

  /** True when nobody knows yet where one of the two is, so that it may be another. */
  public boolean mayBeAnother(Subject candidate) {
    return of.property(Subject.ID) instanceof UnknownValue
        != candidate.property(Subject.ID) instanceof UnknownValue;
  }

  private boolean fitsName(Subject candidate) {
    if (name == null) {
      return true;
    }
    String full = text(candidate.fullName());
    if (full == null) {
      return true;
    }
    if (name.endsWith("/?")) {
      String parent = name.substring(0, name.length() - 1);
      return full.regionMatches(true, 0, parent, 0, parent.length());
    }
    return name.equals("?")
        || full.equalsIgnoreCase(name)
        || full.toLowerCase(Locale.ROOT).endsWith("/" + name.toLowerCase(Locale.ROOT));
  }

  private boolean fitsPlace(Subject candidate) {
    String own = text(of.property(Subject.ID));
    String id = text(candidate.property(Subject.ID));
    if (own == null || id == null) {
      return true;
    }
    if (ExtensionTypes.contains(type)) {
      return isOn(own, id);
    }
    if (isChild()) {
      return ResourceIds.isWithin(id, own);
    }
    boolean sameSubscription = same(own, id, "subscriptions");
    return wholeSubscription ? sameSubscription : sameSubscription && fitsGroup(own, id);
  }

  private boolean fitsGroup(String own, String id) {
    String wanted =
        resourceGroup == null ? ResourceIds.after(own, "resourceGroups") : resourceGroup;
    return wanted == null || wanted.equalsIgnoreCase(ResourceIds.after(id, "resourceGroups"));
  }

  /** True when only what is underneath the resource, or put on it, is meant. */
  public boolean isUnderneath() {
    return isChild() || ExtensionTypes.contains(type);
  }

  private boolean isChild() {
    return type.regionMatches(true, 0, of.type() + "/", 0, of.type().length() + 1);
  }

  /** Whether an extension is put on that resource and not on one within it. */
  private boolean isOn(String own, String id) {
    String provider = "/providers/" + type.toLowerCase(Locale.ROOT) + "/";
    int at = id.toLowerCase(Locale.ROOT).lastIndexOf(provider);
    return at < 0 ? ResourceIds.isWithin(id, own) : id.substring(0, at).equalsIgnoreCase(own);
  }

  private static boolean same(String a, String b, String word) {
    String of = ResourceIds.after(a, word);
    return of == null || of.equalsIgnoreCase(ResourceIds.after(b, word));
  }

  private static @Nullable String text(Value value) {
    return value instanceof StringValue text ? text.text() : null;
  }
}
