package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.terraform.Mapping.Fold;
import dev.interlock.facts.terraform.References.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows resources of Terraform inside of the Azure resources that they are a part of. */
final class Folding {

  private static final Set<String> NOT_SHOWN =
      Set.of("type", "apiVersion", "location", "terraform");

  private final Ids ids;
  private final Coverage coverage;
  private final Map<String, Tree> trees;

  /**
   * Folding into these.
   *
   * @param trees by id in lower case
   */
  Folding(Ids ids, Coverage coverage, Map<String, Tree> trees) {
    this.ids = ids;
    this.coverage = coverage;
    this.trees = trees;
  }

  /**
   * Folds.
   *
   * @param own the body of the part when it is a resource too
   */
  void fold(Planned part, Fold fold, @Nullable Tree own) {
    String id = into(part, fold);
    if (id == null) {
      return;
    }
    Tree target = trees.get(id.toLowerCase(Locale.ROOT));
    if (target != null) {
      put(target, fold, content(part, fold, own));
    } else if (!Ids.isKnown(id)) {
      unknown(part, fold, id);
    } else if (own == null) {
      coverage.elsewhere();
    }
  }

  /** The id of the other; a shortened plan leaves to the configuration which one is meant. */
  private @Nullable String into(Planned part, Fold fold) {
    String id = ids.filled(fold.into(), part);
    List<String> attributes = fold.into().attributes();
    if (id != null || attributes.size() > 1) {
      return id;
    }
    Target target = ids.target(part, List.copyOf(attributes), Set.of());
    return target == null ? null : ids.id(target);
  }

  private Node content(Planned part, Fold fold, @Nullable Tree own) {
    if (fold.child() && own != null) {
      MappingNode whole = own.node();
      List<Entry> shown =
          whole.entries().stream().filter(entry -> !NOT_SHOWN.contains(entry.key())).toList();
      return new MappingNode(shown, whole.line(), whole.column());
    }
    Tree content = new Tree(part.place());
    Coverage counted = own == null ? coverage : new Coverage();
    new Mapper(part, ids, counted, new Tree(part.place()))
        .attributes(fold.rules(), all(part), content);
    fold.constants().forEach((to, constant) -> Mapper.constant(content, to, constant));
    return content.node();
  }

  /** What has no rule here is no attribute of the other resource. */
  private static Set<String> all(Planned part) {
    return Set.copyOf(part.values().entries().stream().map(Entry::key).distinct().toList());
  }

  /**
   * The part says what the other resource does not: where that one had no word of it, Terraform
   * prints the property as unknown.
   */
  private static void put(Tree target, Fold fold, Node content) {
    Node value =
        fold.element()
            ? new SequenceNode(List.of(content), content.line(), content.column())
            : content;
    boolean open =
        target.get(fold.at()) instanceof UnknownNode unknown
            && unknown.reason().equals(Merged.AFTER_APPLY);
    if (open) {
      target.replace(fold.at(), value);
    } else {
      target.put(fold.at(), value);
    }
  }

  /** It may be a part of any of them, so that of none of them it is known. */
  private void unknown(Planned part, Fold fold, String id) {
    String type = fold.type().toLowerCase(Locale.ROOT);
    Node place = part.place();
    UnknownNode unknown =
        new UnknownNode(
            part.address() + " may be a part of it, which is known after apply",
            place.line(),
            place.column());
    trees.forEach((other, tree) -> {
      if (ArmType.of(other).equals(type) && mayBe(other, id)) {
        put(tree, fold, unknown);
      }
    });
  }

  /** An id of which parts are open may be that of another only where the rest is the same. */
  private static boolean mayBe(String other, String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    String known = lower.substring(0, Math.max(0, lower.indexOf('{')));
    return !Ids.isKnown(other) || other.startsWith(known);
  }
}
