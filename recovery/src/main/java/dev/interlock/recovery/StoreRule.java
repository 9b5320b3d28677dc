package dev.interlock.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which a store removes objects, or moves them to another class of storage.
 *
 * @param name as the store calls it
 * @param prefixes what the names of its objects begin with; an empty text stands for all
 * @param which its objects in words, such as {@code objects of more than 1024 bytes}
 * @param when it acts
 * @param tier where objects go; null when they are removed
 */
public record StoreRule(
    String name, List<String> prefixes, String which, When when, @Nullable Tier tier) {

  public StoreRule {
    prefixes = List.copyOf(prefixes);
  }

  /** When a rule acts on an object. */
  public sealed interface When {}

  /**
   * At an age.
   *
   * @param age so old, in whole days mostly
   * @param since what the age is counted from, in words, such as {@code they were stored}
   */
  public record After(Duration age, String since) implements When {}

  /** From a moment on, whatever the age. */
  public record From(Instant moment) implements When {}

  /**
   * A class of storage.
   *
   * @param name as the store calls it
   * @param readableAfter so long it takes at most, as the provider tells, until an object can be
   *     read again; zero when it can be read at once, null when nobody here knows
   */
  public record Tier(String name, @Nullable Duration readableAfter) {

    /** True when objects in it are read like all others. */
    public boolean isReadAtOnce() {
      return readableAfter != null && readableAfter.isZero();
    }
  }

  /** So old the youngest objects are on which it acts: no age at all from a moment on. */
  public Duration age() {
    return when instanceof After after ? after.age() : Duration.ZERO;
  }

  /** True when it is for an object whose name begins so, or for some of them. */
  public boolean reaches(String beginning) {
    return prefixes.stream().anyMatch(it -> beginning.startsWith(it) || it.startsWith(beginning));
  }
}
