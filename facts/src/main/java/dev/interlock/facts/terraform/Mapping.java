package dev.interlock.facts.terraform;

import dev.interlock.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one resource type of Terraform's azurerm provider is one of Azure's. Written as data; the
 * README beside this file tells the format.
 *
 * @param terraform the type it is for
 * @param type in ARM's words; null for what is only a part of another resource
 * @param apiVersion of the properties; empty for a part
 * @param ids the first whose attributes are set is the id
 * @param name the last word of the id, when it is not its attribute {@code name}
 * @param rules by attribute
 * @param joined properties that are made of several attributes
 * @param constants what is there when nothing else put it there
 * @param refers which types an attribute of a template may have the id of, where its name does not
 *     tell
 * @param ignored what only Terraform or the provider's answers know
 * @param folds where it is shown inside of other resources
 * @param children what ARM has as resources below it
 * @param unknown properties that ARM has and that no rule here tells
 */
record Mapping(
    String terraform,
    @Nullable String type,
    String apiVersion,
    List<Template> ids,
    @Nullable Template name,
    Map<String, List<Rule>> rules,
    List<Joined> joined,
    Map<String, Node> constants,
    Map<String, Set<String>> refers,
    Set<String> ignored,
    List<Fold> folds,
    List<Child> children,
    List<String> unknown) {

  /**
   * A resource of its own in ARM that Terraform writes as a block.
   *
   * @param suffix what follows the id
   */
  record Child(String type, String apiVersion, Template suffix, Map<String, List<Rule>> rules) {}

  /** A property made of several attributes. */
  record Joined(String to, Template text) {}

  /**
   * The part of another resource.
   *
   * @param into the id of the other
   * @param type of the other, in ARM's words
   * @param at the property of the other
   * @param element whether it is one of a list there
   * @param child whether it is shown as the child itself: id, name and properties
   * @param rules what of this resource is put there
   * @param constants what is so because this resource is there
   */
  record Fold(
      Template into,
      String type,
      String at,
      boolean element,
      boolean child,
      Map<String, List<Rule>> rules,
      Map<String, Node> constants) {}
}
