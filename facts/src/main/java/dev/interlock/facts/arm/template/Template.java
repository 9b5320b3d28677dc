package dev.interlock.facts.arm.template;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import java.util.Locale;

/**
 * A template as it is written.
 *
 * @param file as the user named it
 * @param root the whole of it
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax">The
 *     structure and syntax of templates</a>
 */
public record Template(String file, MappingNode root) {

  /** True for a document that is a template, by the schema that it names or by its sections. */
  public static boolean is(MappingNode document) {
    String schema = Keys.text(document, "$schema").toLowerCase(Locale.ROOT);
    if (!schema.isEmpty()) {
      return schema.contains("deploymenttemplate.json");
    }
    return document.get("contentVersion") != null && document.get("resources") != null;
  }

  /** What it is deployed to. */
  public Level level() {
    return Level.ofSchema(Keys.text(root, "$schema"));
  }

  /** True when its resources have symbolic names: when they are written as an object. */
  public boolean isSymbolic() {
    return Keys.get(root, "resources") instanceof MappingNode;
  }

  /** True for the second version of the language, with symbolic names or without resources. */
  public boolean isSecondVersion() {
    return isSymbolic() || Keys.text(root, "languageVersion").startsWith("2");
  }

  /** A section that is an object; empty where there is none. */
  public MappingNode section(String name) {
    return Keys.mapping(root, name);
  }

  /** Where its resources stand: a list, or an object with symbolic names. */
  public Node resources() {
    Node resources = Keys.get(root, "resources");
    return resources == null ? Keys.mapping(root, "resources") : resources;
  }
}
