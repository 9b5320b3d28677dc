package dev.interlock.server.drills;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The turn of a server on its machine: whoever has it is alone with drills there, also among
 * servers with databases of their own. It ends with its owner, however that ends.
 */
final class HostTurn implements AutoCloseable {

  private final FileChannel channel;

  private HostTurn(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @param places folder in which isolated places are made; made where there is none
   * @return empty when another server has it
   * @throws Fault when the folder can't be used
   */
  static Optional<HostTurn> take(Path places) {
    try {
      Files.createDirectories(places);
      FileChannel channel =
          FileChannel.open(
              places.resolve("turn.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        return Optional.of(new HostTurn(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new Fault(
          ServerCode.DRILLS_UNUSABLE.code(),
          "cannot use the place of drills " + places + ": " + e.getMessage(),
          e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Fault(
          ServerCode.DRILLS_UNUSABLE.code(), "cannot end the turn: " + e.getMessage(), e);
    }
  }
}
