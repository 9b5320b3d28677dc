package dev.interlock.azure.storage;

import dev.interlock.azure.StorageRules.Lifecycle;
import dev.interlock.document.MappingNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private LifecycleWords() {}

  /** All that it does to block blobs themselves. */
  public static List<Lifecycle> of(MappingNode policy) {
    return Told.each(policy, "properties.policy.rules")
        .filter(LifecycleWords::isForBackups)
        .flatMap(it -> Stream.concat(actions(it, "delete"), actions(it, "tierToArchive")))
        .toList();
  }

  /** At work, for block blobs, and not for those alone that bear a tag: ours bear none. */
  private static boolean isForBackups(MappingNode rule) {
    List<String> types = Told.texts(rule, "definition.filters.blobTypes");
    return !"false".equalsIgnoreCase(rule.text("enabled"))
        && (types.isEmpty() || types.contains("blockBlob"))
        && Told.each(rule, "definition.filters.blobIndexMatch").findAny().isEmpty();
  }

  private static Stream<Lifecycle> actions(MappingNode rule, String action) {
    return AGES.entrySet().stream()
        .flatMap(it -> {
          String path = "definition.actions.baseBlob." + action + "." + it.getKey();
          return Stream.ofNullable(Told.days(rule, path))
              .map(age -> told(rule, action, age, it.getValue()));
        });
  }

  private static Lifecycle told(MappingNode rule, String action, Duration age, String since) {
    return new Lifecycle(
        Objects.requireNonNullElse(rule.text("name"), "without a name"),
        Told.texts(rule, "definition.filters.prefixMatch"),
        action.equals("tierToArchive"),
        age,
        since);
  }
}
