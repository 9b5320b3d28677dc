package dev.interlock.recovery.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Something that is mounted while a test runs, which only root can do. */
public final class Mounted implements AutoCloseable {

  private final Path at;

  private Mounted(Path at) {
    this.at = at;
  }

  /** A disk of this size in memory, such as {@code 2m}. */
  public static Mounted disk(Path folder, String size) {
    return new Mounted(folder).mount("-t", "tmpfs", "-o", "size=" + size, "tmpfs");
  }

  /** A file in the place of another one. */
  public static Mounted file(Path other, Path file) {
    return new Mounted(file).mount("--bind", other.toString());
  }

  /** The same disk, which may only be read from now on. */
  public void makeReadOnly() {
    mount("-o", "remount,ro");
  }

  /** Another sight of a folder, through which it may only be read. */
  public static Mounted readOnly(Path other, Path folder) {
    return new Mounted(folder).mount("--bind", other.toString()).mount("-o", "remount,bind,ro");
  }

  public Path at() {
    return at;
  }

  private Mounted mount(String... arguments) {
    String[] command = new String[arguments.length + 2];
    command[0] = "mount";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    command[arguments.length + 1] = at.toString();
    Assumptions.assumeTrue(run(command) == 0, "skipped: only root can mount");
    return this;
  }

  @Override
  public void close() {
    run("umount", "-l", at.toString());
  }

  private static int run(String... command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // there is no such program
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
