package dev.interlock.recovery;

import java.util.List;

/**
 * What a store does by itself with objects of a certain age, whoever asks, and until when it
 * refuses to remove them. Harmless rules, such as those for unfinished uploads and for old
 * versions, are left out.
 *
 * @param place where the store is, as a message names it
 * @param root what the names that rules are written for begin with, for all objects of the store
 * @param rules in the order of the store
 * @param removed what is left of an object that a rule removes, in words; empty when nothing is
 * @param lock whether others can remove objects
 * @param doubts what of it nobody can tell
 */
public record StoreRules(
    String place,
    String root,
    List<StoreRule> rules,
    String removed,
    StoreLock lock,
    List<Doubt> doubts) {

  public StoreRules {
    rules = List.copyOf(rules);
    doubts = List.copyOf(doubts);
  }

  /**
   * What nobody can tell.
   *
   * @param why in words
   * @param hint what to do about it
   */
  public record Doubt(String why, String hint) {}

  /** Those of a store that has no rules: a folder. */
  public static StoreRules none(String place) {
    return new StoreRules(place, "", List.of(), "", new StoreLock.OfNobody(), List.of());
  }
}
