package dev.interlock.ledger.file;

import dev.interlock.ledger.WholeFile;
import dev.interlock.ledger.append.Signer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A ledger as it begins. */
final class NewFile {

  private NewFile() {}

  /** Creates an empty ledger: its header and a checkpoint over nothing. */
  static void ledger(Path file, Signer signer) throws IOException {
    byte[] header = Format.header(signer.origin());
    byte[] note = signer.first().note().getBytes(StandardCharsets.UTF_8);
    byte[] content = new byte[header.length + Format.PREFIX + note.length];
    Format.put(ByteBuffer.wrap(content).put(header), 0, Format.CHECKPOINT, Format.NO_SEAL, note);
    WholeFile.write(file, content, StandardCopyOption.ATOMIC_MOVE);
  }
}
