package dev.interlock.facts.terraform;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.UnknownNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources of the azapi provider: they are written in ARM's words already. */
final class Azapi {

  static final String RESOURCE = "azapi_resource";
  static final String UPDATE = "azapi_update_resource";

  /** What may stand in a body that nobody knows. */
  private static final List<String> USUAL = List.of("properties", "sku", "kind", "zones");

  private Azapi() {}

  /** The block that is not part of the body. */
  static Map<String, List<Rule>> identity() {
    return new RuleReader("azapi").identityRules();
  }

  /** The type without its version; empty when it is not known. */
  static String type(Planned planned) {
    String written = planned.text("type");
    int at = written.indexOf('@');
    return at < 0 ? written : written.substring(0, at);
  }

  /** The version; empty when it is not known. */
  static String apiVersion(Planned planned) {
    String written = planned.text("type");
    return written.substring(written.indexOf('@') + 1);
  }

  static String id(Planned planned, Ids ids) {
    String type = type(planned);
    String whole = ids.text(planned, "resource_id");
    if (whole != null) {
      boolean fits = ArmType.of(whole).equals(type.toLowerCase(Locale.ROOT));
      return fits ? whole : Ids.hole(planned, "resource_id");
    }
    String written = ids.text(planned, "name");
    String name = written == null ? Ids.hole(planned, "name") : written;
    String parent = parent(planned, type, ids);
    if (type.equalsIgnoreCase("Microsoft.Resources/resourceGroups")) {
      return parent + "/resourceGroups/" + name;
    }
    return isBelow(type, parent)
        ? parent + "/" + type.substring(type.lastIndexOf('/') + 1) + "/" + name
        : parent + "/providers/" + type + "/" + name;
  }

  private static String parent(Planned planned, String type, Ids ids) {
    String written = ids.text(planned, "parent_id");
    if (written != null) {
      return isChild(type) && !isBelow(type, written) ? Ids.hole(planned, "parent_id") : written;
    }
    String subscription = "/subscriptions/" + ids.subscription(planned);
    boolean group = type.equalsIgnoreCase("Microsoft.Resources/resourceGroups");
    return group ? subscription : Ids.hole(planned, "parent_id");
  }

  private static boolean isChild(String type) {
    return type.indexOf('/') != type.lastIndexOf('/');
  }

  /** True for a child of the parent; other resources are in a group, or an extension of it. */
  private static boolean isBelow(String type, String parent) {
    String around = type.substring(0, Math.max(0, type.lastIndexOf('/')));
    if (!around.contains("/")) {
      return false;
    }
    return !Ids.isKnown(parent) || ArmType.of(parent).equals(around.toLowerCase(Locale.ROOT));
  }

  /** The body as ARM has it. */
  static Tree body(Planned planned) {
    Tree tree = new Tree(planned.place());
    for (String attribute : List.of("location", "tags")) {
      Node value = planned.values().get(attribute);
      if (value != null && !Nodes.isUnset(value)) {
        tree.put(attribute, value);
      }
    }
    Node written = planned.values().get("body");
    Node sensitive = planned.values().get("sensitive_body");
    partial(written).forEach(tree::overwrite);
    if (written instanceof UnknownNode unknown) {
      USUAL.forEach(key -> tree.put(key, unknown));
    }
    if (sensitive instanceof MappingNode more) {
      tree.overwrite(more);
    } else if (sensitive instanceof UnknownNode unknown && tree.get("properties") == null) {
      tree.put("properties", unknown);
    }
    return tree;
  }

  /** The bodies that are written, none or one: an object, or its JSON. */
  static List<MappingNode> partial(@Nullable Node body) {
    return switch (body) {
      case MappingNode mapping -> List.of(mapping);
      case ScalarNode text when text.value() instanceof String json -> parsed(json, text);
      case null, default -> List.of();
    };
  }

  private static List<MappingNode> parsed(String json, Node place) {
    return json(json, place) instanceof MappingNode mapping ? List.of(mapping) : List.of();
  }

  /** What a JSON text says, every value at the place of the text; null when it is no JSON. */
  static @Nullable Node json(String json, Node place) {
    String text = json.strip();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return null;
    }
    List<Document> documents = new ArrayList<>();
    boolean sound =
        DocumentReader.with(ReadOptions.exported()).read(text, "body", documents::add).isEmpty();
    return sound && documents.size() == 1 ? Nodes.at(documents.getFirst().root(), place) : null;
  }
}
