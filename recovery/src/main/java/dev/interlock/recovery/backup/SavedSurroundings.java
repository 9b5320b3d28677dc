package dev.interlock.recovery.backup;

import dev.interlock.evidence.Backup.Part;
import dev.interlock.evidence.Surroundings;
import dev.interlock.evidence.Surroundings.Certificates;
import dev.interlock.evidence.Surroundings.Missed;
import dev.interlock.evidence.Surroundings.Redis;
import dev.interlock.evidence.Surroundings.Repository;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.SurroundingSources;
import dev.interlock.recovery.TakeBackup;
import dev.interlock.recovery.certificates.SaveCertificates;
import dev.interlock.recovery.configuration.SaveRepository;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.Leftovers;
import dev.interlock.recovery.redis.SaveRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a database, brought into a store. What can't be saved is named in the
 * manifest, so that a drill does not pass: the database is saved all the same.
 */
public final class SavedSurroundings {

  private final BackupStore store;
  private final InstantSource clock;
  private final RecoveryProgress progress;

  /** Saves into a store that seals when it must. */
  public SavedSurroundings(BackupStore store, InstantSource clock, RecoveryProgress progress) {
    this.store = store;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What was saved.
   *
   * @param surroundings null when nothing was to be
   * @param parts that it has in the store
   * @param problems what is wrong, in words
   */
  public record Saved(
      @Nullable Surroundings surroundings, List<Part> parts, List<String> problems) {
    public Saved {
      parts = List.copyOf(parts);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Keys must not lie anywhere in the clear.
   *
   * @throws Fault WRONG_KEY when there are some to save and nothing to seal them with
   */
  public static void requireSealed(SurroundingSources sources, boolean isSealed) {
    if (!sources.certificates().isEmpty() && !isSealed) {
      throw new Fault(
          RecoveryCode.WRONG_KEY.code(),
          "certificates are saved with their keys, and only sealed: name a key to seal with");
    }
  }

  /** Saves all that was asked for. */
  public Saved save(TakeBackup.Request request) {
    if (request.surroundings().isEmpty()) {
      return new Saved(null, List.of(), List.of());
    }
    progress.begins("surroundings");
    Saving saving = new Saving(new PartWriter(store, request));
    saving.run(request.surroundings());
    return saving.saved();
  }

  /** Something that is saved. */
  private interface Work<T> {
    T save() throws IOException;
  }

  /** One run. */
  private final class Saving {

    private final PartWriter parts;
    private final List<Redis> redis = new ArrayList<>();
    private final List<Repository> repositories = new ArrayList<>();
    private final List<Certificates> certificates = new ArrayList<>();
    private final List<Missed> missed = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Saving(PartWriter parts) {
      this.parts = parts;
    }

    void run(SurroundingSources sources) {
      if (!sources.redis().isEmpty()) {
        redis(sources.redis());
      }
      SaveRepository repository = new SaveRepository(parts);
      sources
          .repositories()
          .forEach(it -> keep(it.service(), repositories, () -> repository.save(it)));
      SaveCertificates certificate = new SaveCertificates(parts);
      sources
          .certificates()
          .forEach(it -> keep(it.service(), certificates, () -> certificate.save(it, problems)));
    }

    private void redis(List<SurroundingSources.RedisSource> sources) {
      Path places = Path.of(System.getProperty("java.io.tmpdir")).resolve("interlock-backup");
      Leftovers.sweep(places);
      try (DrillFolder staging = DrillFolder.make(places)) {
        SaveRedis save = new SaveRedis(parts, staging, clock);
        sources.forEach(it -> keep(it.service(), redis, () -> save.save(it)));
      }
    }

    private <T> void keep(String service, List<T> saved, Work<T> work) {
      try {
        saved.add(work.save());
      } catch (IOException e) {
        miss(service, String.valueOf(e.getMessage()));
      } catch (Fault e) {
        // The store itself failed: nothing else can be saved either.
        if (e.code().equals(RecoveryCode.STORE_FAILED.code())) {
          throw e;
        }
        miss(service, String.valueOf(e.getMessage()));
      }
    }

    private void miss(String service, String why) {
      missed.add(new Missed(service, why));
      problems.add(service + " is not saved: " + why);
    }

    Saved saved() {
      return new Saved(
          new Surroundings(redis, repositories, certificates, missed), parts.parts(), problems);
    }
  }
}
