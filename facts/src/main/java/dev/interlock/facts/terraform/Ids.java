package dev.interlock.facts.terraform;

import dev.interlock.document.Node;
import dev.interlock.document.NodePath;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.terraform.References.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ARM ids of planned resources. A part that is known only after apply stands in braces, by
 * Terraform's address, so that the same part is the same in every id: no id of Azure has braces.
 */
final class Ids {

  /** No resource of Azure has that many others around it. */
  private static final int MOST_DEPTH = 40;

  /** The last word of an id. */
  private static final String LAST = "#last";

  /** Attributes that name a resource of any type; a service of a storage account is written so. */
  private static final Set<String> ANY = Set.of("scope", "parent", "resource", "target_resource");

  /** Attributes that are the id of the resource. */
  private static final Set<String> IDS =
      Set.of("id", "resource_id", "resource_manager_id", "role_definition_resource_id");

  /** What Terraform knows by an address on the web, which has a version that nobody knows yet. */
  private static final Set<String> ADDRESSED =
      Set.of(
          "azurerm_key_vault_key",
          "azurerm_key_vault_secret",
          "azurerm_key_vault_certificate",
          "azurerm_key_vault_managed_hardware_security_module_key");

  private final Configuration configuration;
  private final References references;
  private final Mappings mappings;
  private final String onlySubscription;
  private final Map<String, Planned> byName = new HashMap<>();
  private final Map<Planned, String> known = new HashMap<>();
  private final Map<Planned, String> names = new HashMap<>();
  private final Set<Planned> underWay = new HashSet<>();
  private final Set<Planned> namesUnderWay = new HashSet<>();
  private int depth;

  /**
   * The ids of these.
   *
   * @param told the subscription where the plan names none, or several
   */
  Ids(Configuration configuration, Mappings mappings, List<Planned> planned, String told) {
    this.configuration = configuration;
    this.references = new References(configuration, planned);
    this.mappings = mappings;
    this.onlySubscription = onlySubscription(planned, told);
    planned.stream().filter(Planned::stays).forEach(this::named);
  }

  private void named(Planned planned) {
    byName.putIfAbsent(planned.text("name") + "@" + planned.type(), planned);
  }

  /** The subscription of what is there already, when it is a single one. */
  private static String onlySubscription(List<Planned> planned, String told) {
    Set<String> all = new HashSet<>();
    for (Planned one : planned) {
      String[] parts = one.text("id").split("/", 4);
      if (parts.length > 2 && parts[1].equalsIgnoreCase("subscriptions")) {
        all.add(parts[2].toLowerCase(Locale.ROOT));
      }
    }
    return all.size() == 1 ? all.iterator().next() : told;
  }

  /** True for the id of something in Azure. */
  static boolean isArmId(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    return lower.startsWith("/subscriptions/") || lower.startsWith("/providers/");
  }

  /** True when no part of it is known only after apply. */
  static boolean isKnown(String id) {
    return id.indexOf('{') < 0;
  }

  /** The id of a resource; of what is no resource of ARM its address in braces. */
  String of(Planned planned) {
    String id = known.get(planned);
    if (id == null && depth < MOST_DEPTH && underWay.add(planned)) {
      depth++;
      id = compute(planned);
      depth--;
      underWay.remove(planned);
      known.put(planned, id);
    }
    return id == null ? hole(planned, "") : id;
  }

  private String compute(Planned planned) {
    String written = planned.text("id");
    if (isArmId(written)) {
      return written;
    }
    if (planned.type().startsWith("azapi_")) {
      return Azapi.id(planned, this);
    }
    Mapping mapping = mappings.of(planned.type());
    return mapping == null || mapping.type() == null
        ? hole(planned, "")
        : fill(mapping.ids(), planned);
  }

  /** The first template whose attributes are all set, or the first with holes. */
  private String fill(List<Template> templates, Planned planned) {
    for (Template template : templates) {
      String id = template.fill(attribute -> text(planned, attribute));
      if (id != null) {
        return id;
      }
    }
    String id =
        templates
            .getFirst()
            .fill(attribute -> {
              String text = text(planned, attribute);
              return text == null ? hole(planned, attribute) : text;
            });
    return String.valueOf(id);
  }

  /** What stands for what is known only after apply. */
  static String hole(Planned planned, String attribute) {
    String inner = attribute.isEmpty() ? planned.address() : planned.address() + "." + attribute;
    return "{" + inner.replace('/', '|').replace('{', '(').replace('}', ')') + "}";
  }

  /** The last word of the id; a hole for one that is named after itself. */
  String name(Planned planned) {
    String name = names.get(planned);
    if (name == null && namesUnderWay.add(planned)) {
      name = lastWord(planned);
      namesUnderWay.remove(planned);
      names.put(planned, name);
    }
    return name == null ? hole(planned, "name") : name;
  }

  private String lastWord(Planned planned) {
    Mapping mapping = mappings.of(planned.type());
    Template template = mapping == null ? null : mapping.name();
    String name =
        template == null
            ? text(planned, "name")
            : template.fill(attribute -> text(planned, attribute));
    if (name != null) {
      return name;
    }
    String id = of(planned);
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** A template filled for a resource; null when an attribute is not set. */
  @Nullable String filled(Template template, Planned planned) {
    return template.fill(attribute -> text(planned, attribute));
  }

  /** The text of an attribute, what it refers to, or a hole; null when it is not set. */
  @Nullable String text(Planned planned, String attribute) {
    if (attribute.equals("subscription")) {
      return subscription(planned);
    }
    if (attribute.equals("address")) {
      return hole(planned, "");
    }
    if (attribute.endsWith(LAST)) {
      String whole = text(planned, attribute.substring(0, attribute.length() - LAST.length()));
      return whole == null ? null : whole.substring(whole.lastIndexOf('/') + 1);
    }
    int at = attribute.indexOf('@');
    if (at > 0) {
      return idByName(planned, attribute.substring(0, at), attribute.substring(at + 1));
    }
    NodePath path = NodePath.parse(attribute);
    Node node = path.find(planned.values());
    return switch (node) {
      case ScalarNode scalar when !Nodes.isUnset(scalar) -> trimmed(scalar.text());
      case UnknownNode _ -> referred(planned, attribute, path);
      case null, default -> null;
    };
  }

  /** The id of the resource of a type that an attribute names; null when the plan has none. */
  private @Nullable String idByName(Planned planned, String attribute, String type) {
    Planned named = byName.get(planned.text(attribute) + "@" + type);
    if (named == null && planned.values().get(attribute) instanceof UnknownNode) {
      List<Target> targets = references.of(planned, List.of(attribute));
      boolean meant = targets.size() == 1 && targets.getFirst().attribute().equals("name");
      named = meant ? targets.getFirst().planned() : null;
    }
    return named == null || !named.type().equals(type) ? null : of(named);
  }

  private static String trimmed(String text) {
    return text.endsWith("/") && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
  }

  private String referred(Planned planned, String attribute, NodePath path) {
    Target target = target(planned, path.steps(), refers(planned, attribute));
    if (target != null) {
      return id(target);
    }
    List<Target> targets = references.of(planned, path.steps());
    boolean named = targets.size() == 1 && targets.getFirst().attribute().equals("name");
    if (!named || depth >= MOST_DEPTH) {
      return hole(planned, attribute);
    }
    depth++;
    String name = name(targets.getFirst().planned());
    depth--;
    return name;
  }

  private Set<String> refers(Planned planned, String attribute) {
    Mapping mapping = mappings.of(planned.type());
    return mapping == null ? Set.of() : mapping.refers().getOrDefault(attribute, Set.of());
  }

  /** The id of a target; a part of a resource's id is as good as the whole when it is not known. */
  String id(Target target) {
    return of(target.planned());
  }

  /**
   * The one resource whose id an attribute has that is not known before apply; null when nobody can
   * tell.
   *
   * @param types that it may be of; empty for those that the attribute's name tells
   */
  @Nullable Target target(Planned planned, List<Object> path, Set<String> types) {
    List<Target> targets = references.of(planned, path);
    return targets.size() == 1 && isMeant(targets.getFirst(), path, types)
        ? targets.getFirst()
        : null;
  }

  /** The resources whose ids a list has, in order; none when nobody can tell. */
  List<Target> targets(Planned planned, List<Object> path, Set<String> types) {
    List<Target> targets = references.of(planned, path);
    return targets.stream().allMatch(target -> isMeant(target, path, types)) ? targets : List.of();
  }

  /**
   * A plan does not tell an id from a text that is made of it: the name of the attribute must speak
   * of the type.
   */
  private static boolean isMeant(Target target, List<Object> path, Set<String> types) {
    String named = "";
    for (Object step : path) {
      named = step instanceof String text ? text : named;
    }
    if (!IDS.contains(target.attribute()) && !(target.attribute().isEmpty() && isId(named))) {
      return false;
    }
    String type = target.planned().type();
    if (ADDRESSED.contains(type)) {
      return false;
    }
    if (!types.isEmpty()) {
      return types.contains("any") || types.contains(type);
    }
    String bare = type.substring(type.indexOf('_') + 1);
    String asked = named.replaceAll("_ids?$", "");
    boolean suffixed = asked.equals("target_resource") && bare.equals("storage_account");
    return isId(named)
        && !suffixed
        && (asked.endsWith(bare) || bare.endsWith(asked) || ANY.contains(asked))
        && !asked.isEmpty();
  }

  private static boolean isId(String attribute) {
    return attribute.endsWith("_id") || attribute.endsWith("_ids") || attribute.equals("scope");
  }

  /** The subscription a resource is in. */
  String subscription(Planned planned) {
    String written = configuration.subscription(planned);
    return written.isEmpty() ? onlySubscription : written;
  }
}
