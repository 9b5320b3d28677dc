package dev.interlock.usecases;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Service;
import dev.interlock.estate.Service.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which plan a backup was made by. */
final class BackupPlans {

  private BackupPlans() {}

  /**
   * The plan of the environment's database, when backups are made as it says; null when there is
   * none. Of several the one that promises most counts.
   *
   * @param method as a manifest names it, such as {@code pg-dump}
   */
  static @Nullable BackupPlan of(Estate estate, Environment environment, String method) {
    return of(estate, environment).stream()
        .map(Entry::spec)
        .filter(plan -> word(plan).equals(method))
        .min(Comparator.comparing(BackupPlan::every))
        .orElse(null);
  }

  private static Optional<Entry<BackupPlan>> plan(Estate estate, Service service) {
    return Optional.ofNullable(service.backupPlan())
        .flatMap(name -> estate.entry(BackupPlan.class, name))
        .filter(plan ->
            switch (service.type()) {
              case POSTGRESQL -> true;
              case FILESTORE -> plan.spec().method() == Method.FILE_COPY;
              default -> false;
            });
  }

  /**
   * The plans of all databases of an environment, and those by which the files of attachments are
   * copied more often.
   */
  static List<Entry<BackupPlan>> of(Estate estate, Environment environment) {
    return environment.services().stream()
        .map(name -> estate.find(Service.class, name))
        .flatMap(Optional::stream)
        .flatMap(service -> plan(estate, service).stream())
        .distinct()
        .toList();
  }

  /**
   * The plan of a service that stands around the databases.
   *
   * @param service as the estate calls it
   */
  record Around(String service, Entry<BackupPlan> plan) {}

  /**
   * What of an environment is saved beside its databases, by plans of its own. Files of attachments
   * are judged with the database that speaks of them; of a cache nothing is saved.
   */
  static List<Around> around(Estate estate, Environment environment) {
    return environment.services().stream()
        .distinct()
        .flatMap(name ->
            estate.find(Service.class, name).filter(BackupPlans::standsAround).stream()
                .flatMap(it -> Stream.ofNullable(it.backupPlan()))
                .flatMap(plan -> estate.entry(BackupPlan.class, plan).stream())
                .map(plan -> new Around(name, plan)))
        .toList();
  }

  private static boolean standsAround(Service service) {
    return !service.type().isStore() && service.role() != Role.CACHE;
  }

  /** The method of a plan as manifests name it, such as {@code pg-dump}. */
  static String word(BackupPlan plan) {
    return plan.method().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
