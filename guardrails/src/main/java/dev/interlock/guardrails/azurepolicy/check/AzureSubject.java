package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.Resource;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.Map;

/**
 * Resources of inventories as policies see them; a template writes the names of children with those
 * of their parents. {@code az resource list} leaves out what is in {@code properties}: that is not
 * known then, and no policy may take it for absent.
 */
public final class AzureSubject {

  private static final Value LEFT_OUT =
      new UnknownValue("the input does not tell the properties of this resource");

  private static final String GROUP_AS_LISTED = "Microsoft.Resources/resourceGroups";
  private static final String GROUP = "Microsoft.Resources/subscriptions/resourceGroups";

  private AzureSubject() {}

  /** A resource as a subject of policies. */
  public static Subject of(Resource resource) {
    ObjectValue body = (ObjectValue) Values.of(resource.body());
    Value properties = body.get("properties");
    boolean leftOut = properties == null || properties == NullValue.NULL;
    boolean group = resource.type().equalsIgnoreCase(GROUP_AS_LISTED);
    boolean prefixed = !resource.type().equals(resource.body().text("type"));
    boolean inFull = resource.name().indexOf('/') >= 0;
    if (!leftOut && !group && !prefixed && !inFull) {
      return new Subject(body, null);
    }
    Map<String, Value> all = body.toMap();
    if (leftOut) {
      all.put("properties", LEFT_OUT);
    }
    if (inFull && body.get("name") instanceof StringValue) {
      all.put("name", Values.of(resource.name().substring(resource.name().lastIndexOf('/') + 1)));
    }
    all.put("type", Values.of(group ? GROUP : resource.type()));
    return new Subject(ObjectValue.of(all), null);
  }
}
