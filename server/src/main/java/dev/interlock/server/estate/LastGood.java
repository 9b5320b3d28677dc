package dev.interlock.server.estate;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Which copy of the estate is in force, kept over a restart: a server that starts while the newest
 * estate is broken or out of reach goes on with it.
 *
 * @param file in which it is written down
 */
record LastGood(Path file) {

  /** Writes down what is in force. */
  void remember(EstateSource.Checkout inForce) {
    try {
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.write(beside, List.of(inForce.folder().toString(), inForce.revision()));
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** What was in force last, if its files are still there. */
  Optional<EstateSource.Checkout> recall() {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.size() == 2 && Files.isDirectory(Path.of(lines.getFirst()))
          ? Optional.of(new EstateSource.Checkout(Path.of(lines.getFirst()), lines.getLast()))
          : Optional.empty();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Fault failed(IOException e) {
    return new Fault(
        ServerCode.DATA_UNUSABLE.code(), "cannot read or write " + file + ": " + e.getMessage(), e);
  }
}
