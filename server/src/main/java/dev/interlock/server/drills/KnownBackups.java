package dev.interlock.server.drills;

import dev.interlock.recovery.DrillTimes;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.usecases.EstateInForce;
import dev.interlock.usecases.ListBackups;
import dev.interlock.usecases.NewestBackup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest backup of each environment, as their stores told when they were last looked at. */
public final class KnownBackups {

  private final DrillSetup setup;
  private final InstantSource clock;
  private final Map<String, NewestBackup> known = new ConcurrentHashMap<>();

  /** Looks into the stores that this server knows. */
  public KnownBackups(DrillSetup setup, InstantSource clock) {
    this.setup = setup;
    this.clock = clock;
  }

  /** What was seen of an environment; empty when nobody looked yet, or could not. */
  Optional<NewestBackup> of(String environment) {
    return Optional.ofNullable(known.get(environment));
  }

  /**
   * Looks anew, at each store once.
   *
   * @throws dev.interlock.finding.Fault when a store can't be read
   */
  void look(EstateInForce estate, Map<String, Optional<DrillTimes>> environments) {
    Map<Path, List<StoredBackup>> stores = new HashMap<>();
    environments.forEach((environment, times) ->
        setup
            .folder(times.orElse(null))
            .ifPresent(folder ->
                known.put(
                    environment,
                    NewestBackup.of(
                        stores.computeIfAbsent(
                            folder,
                            it -> new ListBackups(clock).run(it, estate.folder()).backups()),
                        environment))));
    known.keySet().retainAll(environments.keySet());
  }
}
