package dev.interlock.recovery.postgres.drill;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.process.LastLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program of the company's in the place of a drill, run as the same user as its PostgreSQL. It
 * knows nothing of this program's environment, and ends with the drill: by {@link #close()}, or by
 * the guardian when this process is killed, with all that it started.
 */
public final class DrillProgram implements AutoCloseable {

  private static final Duration TO_BEGIN = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final DrillFolder folder;
  private final LocalNetwork network;
  private final Process process;
  private @Nullable WayIn way;
  private final LastLines lines = new LastLines();
  private final Thread reader;

  private DrillProgram(DrillFolder folder, LocalNetwork network, Process process) {
    this.folder = folder;
    this.network = network;
    this.process = process;
    this.reader = Thread.ofVirtual().start(() -> lines.read(process.getInputStream()));
  }

  /** It ended by itself. */
  public static final class Ended extends Exception {

    private static final long serialVersionUID = 1L;

    Ended(int code) {
      super("it ended with code " + code + " before it answered");
    }

    /** The reason. */
    public String why() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Requires that a program can be run in the place of drills.
   *
   * @throws Fault PLACE_FAILED when it can't
   */
  public static void requireRunnable(DrillFolder folder, Path program) {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      throw new Fault(RecoveryCode.PLACE_FAILED.code(), "Odoo can be booted on Linux alone");
    }
    try {
      if (!Commands.run(folder.user().command("test", "-x", program.toString())).well()) {
        throw new Fault(
            RecoveryCode.PLACE_FAILED.code(),
            program + " can't be run by the user " + folder.user().name() + " of the drill");
      }
    } catch (IOException e) {
      throw DrillFolder.failed(program + " can't be run", e);
    }
  }

  /** The folder that a program works in and may write to; made when asked. */
  public static Path workIn(DrillFolder folder) {
    Path work = folder.path().resolve(MarkedProcesses.WORK);
    try {
      Files.createDirectory(
          work, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      folder.user().give(work);
      return work;
    } catch (IOException e) {
      throw DrillFolder.failed("there is no place for Odoo", e);
    }
  }

  /** Lets a program change what lies in a folder. */
  public static void give(DrillFolder folder, Path content) {
    try {
      if (!folder.user().user().isEmpty()) {
        Commands.run(List.of("chown", "-R", folder.user().user(), content.toString()));
      }
    } catch (IOException e) {
      throw DrillFolder.failed(content + " can't be given to the user of the drill", e);
    }
  }

  /**
   * Starts it.
   *
   * @param work the folder that it works in
   * @param environment all that it finds in its environment, beside the path and the language
   */
  public static DrillProgram start(
      DrillFolder folder, Path program, Path work, Map<String, String> environment) {
    try {
      LocalNetwork network = LocalNetwork.find(folder.user());
      ProcessBuilder builder =
          new ProcessBuilder(network.command(List.of(program.toString())))
              .directory(work.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true);
      String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
      builder.environment().clear();
      builder.environment().put("PATH", path);
      builder.environment().put("LANG", "C.UTF-8");
      builder.environment().put("HOME", work.toString());
      builder.environment().putAll(environment);
      builder.environment().putAll(mark(folder));
      return new DrillProgram(folder, network, builder.start());
    } catch (IOException e) {
      throw DrillFolder.failed(program + " can't be started", e);
    }
  }

  private static Map<String, String> mark(DrillFolder folder) {
    return Map.of(MarkedProcesses.MARK, folder.path().toString());
  }

  /**
   * How far it is kept from reaching anybody; looked at until its network is made, or it has ended.
   */
  public Isolation isolation() {
    Isolation found = network.of(process.pid());
    long begun = System.nanoTime();
    while (!found.cutOff()
        && network.reason().isEmpty()
        && process.isAlive()
        && System.nanoTime() - begun < TO_BEGIN.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      found = network.of(process.pid());
    }
    return found;
  }

  /**
   * The port of this machine's loopback at which its port is reached; to be asked when its network
   * is made.
   *
   * @param port at which it listens in its own network
   * @throws Fault PLACE_FAILED when there is no way to it
   */
  public int reachedAt(int port) {
    if (!network.reason().isEmpty()) {
      return port;
    }
    try {
      WayIn made = WayIn.open(network, process.pid(), port, mark(folder));
      way = made;
      return made.port();
    } catch (IOException e) {
      throw DrillFolder.failed("there is no way to the booted program", e);
    }
  }

  /** Requires that it still runs. */
  public void requireAlive() throws Ended {
    if (!process.isAlive()) {
      throw new Ended(process.exitValue());
    }
  }

  /** The last lines that it wrote; may hold anything. */
  public List<String> said() {
    return lines.lines();
  }

  /**
   * Ends it and all that it started.
   *
   * @throws Fault PLACE_FAILED when something does not end
   */
  @Override
  public void close() {
    try {
      if (way != null) {
        way.close();
      }
      if (!Commands.run(MarkedProcesses.end(folder.user(), folder.path())).well()) {
        throw new Fault(
            RecoveryCode.PLACE_FAILED.code(), "something that the booted program started stays");
      }
      reader.join();
    } catch (IOException e) {
      throw DrillFolder.failed("the booted program can't be ended", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
