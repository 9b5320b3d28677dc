package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a plan or state.
 *
 * @param module the instance of the module it is in, outermost first; empty for the root
 * @param type in Terraform's words: {@code azurerm_subnet}
 * @param name in the configuration
 * @param index of for_each or count, as text; empty without one
 * @param values what it will be, unknown values included
 * @param actions what Terraform will do; none in a state
 * @param place where it begins
 */
record Planned(
    List<ModuleStep> module,
    String address,
    String type,
    String name,
    String index,
    String provider,
    MappingNode values,
    List<String> actions,
    Node place) {

  /** One step down to a module: its name, and its index as text. */
  record ModuleStep(String name, String index) {}

  /** {@code type.name}. */
  String local() {
    return type + "." + name;
  }

  /** True when it is there afterwards. */
  boolean stays() {
    boolean goes = actions.contains("delete") || actions.contains("forget");
    return !goes || actions.contains("create");
  }

  /** True when what is there now goes: by itself, or to make place for another. */
  boolean destroys() {
    return actions.contains("delete");
  }

  /** The text of an attribute when it is known; else the empty one. */
  String text(String attribute) {
    return values.get(attribute) instanceof ScalarNode scalar && scalar.value() != null
        ? scalar.text()
        : "";
  }

  /** Each is only itself: comparing all values would cost more than everything else. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return address;
  }
}
