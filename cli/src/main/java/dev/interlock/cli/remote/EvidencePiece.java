package dev.interlock.cli.remote;

import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import dev.interlock.usecases.ActionCode;
import dev.interlock.usecases.InputRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A signed envelope to send.
 *
 * @param name what the user calls it
 * @param envelope as it was written
 */
public record EvidencePiece(String name, Bytes envelope) {

  private static final long LARGEST = 64L << 20;

  /**
   * The pieces in files.
   *
   * @throws InputRejected when there is no such file
   */
  public static List<EvidencePiece> read(List<Path> files) {
    List<EvidencePiece> pieces = new ArrayList<>();
    files.forEach(file -> pieces.addAll(read(file)));
    return pieces;
  }

  private static List<EvidencePiece> read(Path file) {
    Bytes content = content(file);
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
      return List.of(new EvidencePiece(file.toString(), content));
    }
    List<EvidencePiece> pieces = new ArrayList<>();
    int number = 0;
    for (String line : content.utf8().lines().toList()) {
      number++;
      if (!line.isBlank()) {
        pieces.add(new EvidencePiece(file + ":" + number, Bytes.utf8(line)));
      }
    }
    return pieces;
  }

  private static Bytes content(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new InputRejected(
            RemoteCode.TOO_LARGE.code(), file.toString(), "this is too large for evidence", null);
      }
      return Bytes.of(Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      throw new InputRejected(
          RemoteCode.NOT_TAKEN.code(), file.toString(), "there is no such file", null);
    } catch (IOException e) {
      throw new Fault(
          ActionCode.EVIDENCE_UNOPENED.code(), "cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
