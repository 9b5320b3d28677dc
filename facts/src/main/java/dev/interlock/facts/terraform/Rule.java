package dev.interlock.facts.terraform;

import dev.interlock.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an attribute or block. The README beside this file tells what each key means.
 *
 * @param to the property, from where the block around it stands; empty for that place itself
 * @param change how a value is translated
 * @param block the rules of what is in a block; null for a plain attribute
 * @param refers which types an unknown id may refer to; empty for those its name tells, "any"
 * @param secret whether nobody may see it
 * @param with properties that are as they are because the attribute is set
 * @param absent what is there when it is not set; null for nothing
 * @param weak whether it gives way to what is there already
 * @param template what the value is put into; null for the value alone
 * @param when what a block must say for the rule to be about it
 * @param required whether the attribute is set even where nobody knows its value yet
 */
record Rule(
    String to,
    Change change,
    @Nullable Block block,
    Set<String> refers,
    boolean secret,
    Map<String, Node> with,
    @Nullable Node absent,
    boolean weak,
    @Nullable Template template,
    Map<String, Node> when,
    boolean required) {

  /** A rule that only says where, and how the value is translated. */
  static Rule to(String to, Change change) {
    return new Rule(
        to, change, null, Set.of(), false, Map.of(), null, false, null, Map.of(), false);
  }

  /** A rule for a block. */
  static Rule block(String to, Change change, Block block) {
    return new Rule(
        to, change, block, Set.of(), false, Map.of(), null, false, null, Map.of(), false);
  }

  /**
   * How a value is translated, in this order.
   *
   * @param match the text must look like this; null for any
   * @param use what is taken of it: {@code $1}
   * @param words values and what they become
   * @param not whether true becomes false
   * @param times what numbers are multiplied with
   * @param divide what they are divided by
   * @param shape of the outcome
   * @param by what stands between the texts that are joined or split
   */
  record Change(
      @Nullable Pattern match,
      String use,
      Map<String, Node> words,
      boolean not,
      long times,
      long divide,
      Shape shape,
      String by) {}

  /** What is made of a value. */
  enum Shape {
    /** The value as it is. */
    AS_IS,
    /** Text that is JSON: what it says. */
    JSON,
    /** A number as text. */
    TEXT,
    /** A text as a number. */
    NUMBER,
    /** A list of texts as one text. */
    JOIN,
    /** One text as a list. */
    SPLIT,
    /** A list of texts as a mapping with empty values. */
    KEYS,
    /** The first of a list. */
    FIRST,
    /** The element of a list that has a single one. */
    ONLY,
    /** A mapping as a list of objects with two properties each. */
    PAIRS,
    /** One value as a list of it. */
    LIST
  }

  /**
   * A block.
   *
   * @param each whether every one becomes an element of a list; else the first is the object
   * @param rules of its attributes
   * @param constants what every one has
   * @param key under which each stands in a mapping; null for a list
   */
  record Block(
      boolean each,
      Map<String, List<Rule>> rules,
      Map<String, Node> constants,
      @Nullable Template key) {}
}
