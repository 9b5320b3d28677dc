package dev.interlock.azure.storage;

import dev.interlock.azure.StorageRules.Lifecycle;
import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lifecycle of an account as Azure tells it, in our words. Cool and cold storage are read at
 * once, so moves to them are left out.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-structure">
 *     Lifecycle management policy structure</a>
 */
public final class LifecycleWords {

  private static final Map<String, String> AGES = new LinkedHashMap<>();

  static {
    AGES.put("daysAfterModificationGreaterThan", "they were last changed");
    AGES.put("daysAfterCreationGreaterThan", "they were made");
    AGES.put("daysAfterLastAccessTimeGreaterThan", "they were last read");
  }

  /** What is done to blobs that are read at once all the same. */
  private static final Set<String> HARMLESS =
      Set.of("tierToHot", "tierToCool", "tierToCold", "enableAutoTierToHotFromCool");

  private static final List<String> ACTIONS = List.of("delete", "tierToArchive");
  private static final String BASE = "definition.actions.baseBlob";

  private final List<MappingNode> rules;

  private LifecycleWords(List<MappingNode> rules) {
    this.rules = rules;
  }

  /** Of an account that has no policy. */
  public static LifecycleWords none() {
    return new LifecycleWords(List.of());
  }

  /**
   * The rules of a policy that are at work for our blobs.
   *
   * @throws dev.interlock.finding.Fault FAILED when it is no policy
   */
  public static LifecycleWords of(MappingNode policy) {
    Told.require(policy, "properties.policy.rules", SequenceNode.class);
    return new LifecycleWords(
        Told.each(policy, "properties.policy.rules").filter(LifecycleWords::isForBackups).toList());
  }

  /** All that they do to block blobs themselves. */
  List<Lifecycle> told() {
    return rules.stream()
        .flatMap(rule -> ACTIONS.stream().flatMap(it -> actions(rule, it)))
        .toList();
  }

  /** Those that do something that nobody here knows, or nobody knows when, in words. */
  List<String> unclear() {
    return rules.stream()
        .filter(LifecycleWords::isUnclear)
        .map(it -> "the rule \"" + name(it) + "\"")
        .toList();
  }

  private static boolean isUnclear(MappingNode rule) {
    return Told.at(rule, BASE) instanceof MappingNode base
        && base.entries().stream()
            .filter(it -> !(it.value() instanceof ScalarNode said && said.value() == null))
            .map(Entry::key)
            .filter(it -> !HARMLESS.contains(it))
            .anyMatch(it -> !ACTIONS.contains(it) || actions(rule, it).findAny().isEmpty());
  }

  /** At work, for block blobs, and not for those alone that bear a tag: ours bear none. */
  private static boolean isForBackups(MappingNode rule) {
    List<String> types = Told.texts(rule, "definition.filters.blobTypes");
    return !"false".equalsIgnoreCase(rule.text("enabled"))
        && (types.isEmpty() || types.stream().anyMatch("blockBlob"::equalsIgnoreCase))
        && Told.each(rule, "definition.filters.blobIndexMatch").findAny().isEmpty();
  }

  private static Stream<Lifecycle> actions(MappingNode rule, String action) {
    return AGES.entrySet().stream()
        .flatMap(it -> {
          String path = BASE + "." + action + "." + it.getKey();
          return Stream.ofNullable(Told.days(rule, path))
              .map(age -> told(rule, action, age, it.getValue()));
        });
  }

  private static Lifecycle told(MappingNode rule, String action, Duration age, String since) {
    return new Lifecycle(
        name(rule),
        Told.texts(rule, "definition.filters.prefixMatch"),
        action.equals("tierToArchive"),
        age,
        since);
  }

  private static String name(MappingNode rule) {
    return Objects.requireNonNullElse(rule.text("name"), "without a name");
  }
}
