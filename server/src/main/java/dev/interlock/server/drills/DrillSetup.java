package dev.interlock.server.drills;

import dev.interlock.estate.DrillSchedule;
import dev.interlock.recovery.DrillTimes;
import dev.interlock.server.database.DataFolder;
import dev.interlock.usecases.RunDrill;
import dev.interlock.usecases.StoreAddress;
import dev.interlock.usecases.UsualPlace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this server has in order to drill, and what it lacks. */
public final class DrillSetup {

  private final DrillSettings settings;
  private final DataFolder data;
  private final String host;

  /** By these settings; what drills find is written below the data folder first. */
  public DrillSetup(DrillSettings settings, DataFolder data) {
    this.settings = settings;
    this.data = data;
    this.host = settings.host().isEmpty() ? ownName() : settings.host();
  }

  private static String ownName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "this-machine";
    }
  }

  /** The name of this machine. */
  String host() {
    return host;
  }

  /** How often it is looked whether a drill is due. */
  Duration look() {
    return settings.look();
  }

  /** Where isolated places are made. */
  Path place() {
    return settings.place().isEmpty() ? UsualPlace.ofDrills() : Path.of(settings.place());
  }

  /** True when this server was set up for any drill at all. */
  boolean any() {
    return !settings.stores().isEmpty() || !settings.key().isEmpty();
  }

  /**
   * Why this server can't drill an environment; empty when it can.
   *
   * @param times its schedule; null when it has none
   */
  public Optional<Lack> lacks(@Nullable DrillTimes times) {
    String word = store(times);
    DrillSettings.Store store = settings.stores().get(word);
    if (store == null || store.folder().isEmpty()) {
      return lack(
          "This server does not know where the backups of the store \"%s\" lie.".formatted(word),
          "Set INTERLOCK_DRILLS_STORES_%s_FOLDER to their folder.".formatted(upper(word)));
    }
    if (!isPlace(store.folder())) {
      return lack(
          "The folder of the store \"%s\" is not there.".formatted(word),
          "See INTERLOCK_DRILLS_STORES_%s_FOLDER.".formatted(upper(word)));
    }
    return lacksKey(word, store).or(this::lacksProgram).or(this::lacksCode).or(this::lacksPlace);
  }

  private Optional<Lack> lacksKey(String word, DrillSettings.Store store) {
    if (settings.key().isEmpty()) {
      return lack(
          "This server has no key that signs drills.", "Set INTERLOCK_DRILLS_KEY to its file.");
    }
    if (!Files.isReadable(Path.of(settings.key()))) {
      return lack("The key that signs drills can't be read.", "See INTERLOCK_DRILLS_KEY.");
    }
    if (!store.sealKey().isEmpty() && !Files.isReadable(Path.of(store.sealKey()))) {
      return lack(
          "The key that opens the store can't be read.",
          "See INTERLOCK_DRILLS_STORES_%s_SEALKEY.".formatted(upper(word)));
    }
    return Optional.empty();
  }

  private Optional<Lack> lacksProgram() {
    return settings.boot().isEmpty() || Files.isExecutable(Path.of(settings.boot()))
        ? Optional.empty()
        : lack("The program that boots Odoo can't be run.", "See INTERLOCK_DRILLS_BOOT.");
  }

  private Optional<Lack> lacksCode() {
    return settings.addons().stream()
        .filter(folder -> !Files.isDirectory(Path.of(folder)))
        .findFirst()
        .flatMap(folder ->
            lack(
                "The folder of modules \"%s\" is not there.".formatted(folder),
                "See INTERLOCK_DRILLS_ADDONS."));
  }

  private Optional<Lack> lacksPlace() {
    return usable(place())
        ? Optional.empty()
        : lack(
            "The folder for places of drills can't be made or written.",
            "See INTERLOCK_DRILLS_PLACE.");
  }

  private static Optional<Lack> lack(String what, String remedy) {
    return Optional.of(new Lack(what, remedy));
  }

  /** Whether a bucket or a container can be read is known when it is looked at. */
  private static boolean isPlace(String folder) {
    Path place = Path.of(folder);
    return StoreAddress.of(place).isPresent() || Files.isDirectory(place);
  }

  private static boolean usable(Path folder) {
    try {
      return Files.isWritable(Files.createDirectories(folder));
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * The folder, bucket or container of an environment's store; empty when this server does not know
   * it.
   */
  Optional<Path> folder(@Nullable DrillTimes times) {
    return Optional.ofNullable(settings.stores().get(store(times)))
        .map(DrillSettings.Store::folder)
        .filter(folder -> !folder.isEmpty() && isPlace(folder))
        .map(Path::of);
  }

  /** Where what a drill signs is written before it is recorded. */
  Path signed(UUID id) {
    return data.resolve("drills").resolve(id + ".json");
  }

  /**
   * What to do.
   *
   * @param estate folder of the estate in force
   * @param lostAt the assumed moment of the loss
   */
  RunDrill.Request request(DrillRun run, Path estate, @Nullable DrillTimes times, Instant lostAt) {
    DrillSettings.Store store = settings.stores().get(store(times));
    if (store == null) {
      throw new IllegalStateException("asked without a store");
    }
    return new RunDrill.Request(
        estate,
        run.environment(),
        Path.of(store.folder()),
        null,
        null,
        Path.of(settings.key()),
        store.sealKey().isEmpty() ? null : Path.of(store.sealKey()),
        lostAt,
        settings.boot().isEmpty() ? null : Path.of(settings.boot()),
        settings.addons().stream().map(Path::of).toList(),
        place(),
        settings.jobs(),
        signed(run.id()));
  }

  private static String store(@Nullable DrillTimes times) {
    return times == null ? DrillSchedule.MAIN : times.schedule().storeName();
  }

  private static String upper(String word) {
    return word.toUpperCase(java.util.Locale.ROOT);
  }
}
