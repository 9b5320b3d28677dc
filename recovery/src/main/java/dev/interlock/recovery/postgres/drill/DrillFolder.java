package dev.interlock.recovery.postgres.drill;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one drill: a guardian removes it, and ends the PostgreSQL in it, when the drill is
 * closed or its process is killed. What else belongs to the drill, such as restored files, goes
 * into it too.
 *
 * <p>Its lock lies beside it and is taken before the folder is made, so that there is no moment in
 * which somebody could take it for a leftover. The name of the lock tells this process its own
 * locks without opening them: closing a file lets all locks of the process on it go.
 */
public final class DrillFolder implements AutoCloseable {

  static final String LOCKS = "drill-*.lock";

  private static final OwnNetwork NO_SERVER = new OwnNetwork(List.of(), "no server runs in it");

  private static final String THIS_PROCESS = UUID.randomUUID().toString();

  private final Path path;
  private final FileChannel lock;
  private final Guardian guardian;
  private final Unprivileged user;
  private final OwnNetwork network;

  private DrillFolder(
      Path path, FileChannel lock, Guardian guardian, Unprivileged user, OwnNetwork network) {
    this.path = path;
    this.lock = lock;
    this.guardian = guardian;
    this.user = user;
    this.network = network;
  }

  /**
   * Makes one.
   *
   * @param parent where drills make their folders; made where there is none
   * @throws Fault PLACE_FAILED when it can't be made, or PostgreSQL could not reach it
   */
  public static DrillFolder make(Path parent) {
    Path absolute = parent.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      return makeIn(absolute);
    } catch (IOException e) {
      throw failed("there can be no drill in " + absolute, e);
    }
  }

  /**
   * Makes one for files alone, which nobody but this user can reach: no server runs in it.
   *
   * @param parent where such folders are made; made where there is none
   * @throws Fault PLACE_FAILED when it can't be made
   */
  public static DrillFolder ofFiles(Path parent) {
    Path absolute = parent.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      DrillFolder made = made(absolute, new Unprivileged(List.of(), ""), NO_SERVER);
      return filled(made, () -> made.begin("rwx------"));
    } catch (IOException e) {
      throw failed("nothing can be made in " + absolute, e);
    }
  }

  private static DrillFolder makeIn(Path parent) throws IOException {
    Unprivileged user = Unprivileged.find();
    DrillFolder made = made(parent, user, OwnNetwork.find(user));
    return filled(made, made::fill);
  }

  private static DrillFolder made(Path parent, Unprivileged user, OwnNetwork network)
      throws IOException {
    DrillFolder made = guarded(parent, user, network);
    while (made == null) {
      made = guarded(parent, user, network);
    }
    return made;
  }

  /** Something that is done to a new folder. */
  private interface Filling {
    void run() throws IOException;
  }

  private static DrillFolder filled(DrillFolder made, Filling filling) throws IOException {
    try {
      filling.run();
      return made;
    } catch (IOException | Fault e) {
      made.close();
      throw e;
    }
  }

  /** Guarded before there is anything, its lock too; null when its name is used up. */
  private static @Nullable DrillFolder guarded(Path parent, Unprivileged user, OwnNetwork network)
      throws IOException {
    Path lockFile = newName(parent);
    Path folder = folderOf(lockFile);
    Guardian guardian = Guardian.of(folder, lockFile, user);
    FileChannel lock = null;
    try {
      lock = locked(lockFile);
      return lock == null ? null : new DrillFolder(folder, lock, guardian, user, network);
    } finally {
      if (lock == null) {
        guardian.dismiss();
      }
    }
  }

  /** Others may pass through: what must be private in it is, each by itself. */
  private void fill() throws IOException {
    begin("rwx--x--x");
    requireReachable();
    socket().make(user);
  }

  private void begin(String permissions) throws IOException {
    Files.createDirectory(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    Files.writeString(path.resolve("owner"), owner());
  }

  private static Path newName(Path parent) {
    String name = UUID.randomUUID().toString().substring(0, 8);
    return parent.resolve("drill-" + THIS_PROCESS + "-" + name + ".lock");
  }

  /** Null when a sweep came between making and locking the file: then its name is used up. */
  private static @Nullable FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (channel.tryLock() == null || !Files.exists(file)) {
      channel.close();
      return null;
    }
    return channel;
  }

  /** For people who look into the folder; the lock decides. */
  private static String owner() {
    ProcessHandle self = ProcessHandle.current();
    return "process " + self.pid() + ", started " + self.info().startInstant().orElse(null) + "\n";
  }

  private void requireReachable() throws IOException {
    if (!Commands.run(user.command("test", "-x", path.toString())).well()) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(),
          "the user "
              + user.user()
              + ", as whom PostgreSQL runs, can't reach "
              + path.getParent()
              + "; name a folder that everybody may pass through");
    }
  }

  static Path folderOf(Path lock) {
    String name = lock.getFileName().toString();
    return lock.resolveSibling(name.substring(0, name.length() - ".lock".length()));
  }

  static boolean isOfThisProcess(Path lock) {
    return lock.getFileName().toString().startsWith("drill-" + THIS_PROCESS);
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** Where PostgreSQL keeps its data. */
  public Path data() {
    return path.resolve("data");
  }

  /** What PostgreSQL says. */
  public Path log() {
    return path.resolve("postgres.log");
  }

  /** Makes that user the owner of a file or folder. */
  public void give(Path file) throws IOException {
    user.give(file);
  }

  Unprivileged user() {
    return user;
  }

  OwnNetwork network() {
    return network;
  }

  DrillSocket socket() {
    return new DrillSocket(path);
  }

  /** A command that runs as the server does: as nobody in particular, and cut off. */
  public List<String> isolated(List<String> words) {
    return network.command(user.command(words));
  }

  Guardian guardian() {
    return guardian;
  }

  /**
   * Ends the PostgreSQL and removes the folder.
   *
   * @throws Fault PLACE_FAILED when something is left
   */
  @Override
  public void close() {
    guardian.dismiss();
    try (lock) {
      // A guardian that was killed has left this to us.
      Leftovers.remove(path);
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + ".lock"));
    } catch (IOException e) {
      throw failed("the drill's folder can't be removed", e);
    }
  }

  static Fault failed(String what, IOException e) {
    return new Fault(RecoveryCode.PLACE_FAILED.code(), what + ": " + reason(e), e);
  }

  /** These tell the name of a file alone. */
  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ ->
          e.getMessage() + " may not be written by " + System.getProperty("user.name");
      case FileAlreadyExistsException _ -> e.getMessage() + " is no folder";
      default -> String.valueOf(e.getMessage());
    };
  }
}
