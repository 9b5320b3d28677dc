package dev.interlock.changes.trust;

import dev.interlock.changes.people.Directory;
import dev.interlock.estate.Budget;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.TrustedKey;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.VerificationKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys an estate trusts, and what trust depends on.
 *
 * @param keys by name in the estate; keys that can't be read are left out and so trusted for
 *     nothing
 * @param environments that the estate has
 * @param environmentsByBudget which environments are paid from a budget
 */
public record KeyRing(
    Map<String, RingKey> keys,
    Directory directory,
    Set<String> environments,
    Map<String, List<String>> environmentsByBudget) {

  /**
   * One key.
   *
   * @param name in the estate
   */
  public record RingKey(String name, TrustedKey trust, VerificationKey key) {}

  /** The keys of an estate. */
  public static KeyRing of(Estate estate) {
    Map<String, RingKey> keys = new LinkedHashMap<>();
    estate
        .all(TrustedKey.class)
        .forEach((name, trust) -> {
          try {
            keys.put(name, new RingKey(name, trust, VerificationKey.parse(trust.publicKey())));
          } catch (LedgerException e) {
            // A key that can't be read can verify nothing; the estate's own checks report it.
          }
        });
    Set<String> environments = Set.copyOf(estate.all(Environment.class).keySet());
    return new KeyRing(keys, new Directory(estate), environments, byBudget(estate));
  }

  private static Map<String, List<String>> byBudget(Estate estate) {
    Map<String, List<String>> environments = new LinkedHashMap<>();
    estate.all(Budget.class).keySet().forEach(b -> environments.put(b, new ArrayList<>()));
    estate
        .all(Environment.class)
        .forEach((name, environment) -> {
          if (environment.budget() != null) {
            environments.computeIfAbsent(environment.budget(), _ -> new ArrayList<>()).add(name);
          }
        });
    return environments;
  }
}
