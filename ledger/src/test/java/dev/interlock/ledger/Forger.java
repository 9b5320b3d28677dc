package dev.interlock.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Somebody who knows the file format from its documentation, can write the file and fit every
 * checksum, but has no key. Shares no code with the product.
 */
final class Forger {

  /** How long a writer's seal is, at the beginning of an entry of kind S. */
  static final int SEAL = 32;

  /** One frame; each byte of the payload is one character. */
  record Frame(char kind, String payload) {

    /** A frame with a text, in UTF-8. */
    static Frame of(char kind, String text) {
      return new Frame(kind, new String(Bytes.utf8(text).toArray(), StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
      return payload.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The payload of an entry without the seal, which is kept when it is replaced. */
    Frame withEntry(String entry) {
      return new Frame(kind, payload.substring(0, SEAL) + entry);
    }
  }

  private final Path file;
  private final String header;
  private final List<Frame> frames = new ArrayList<>();

  Forger(Path file) throws IOException {
    this.file = file;
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
    StringBuilder line = new StringBuilder();
    while (line.isEmpty() || line.charAt(line.length() - 1) != '\n') {
      line.append((char) in.get());
    }
    header = line.toString();
    while (in.hasRemaining()) {
      char kind = (char) in.get();
      byte[] payload = new byte[in.getInt()];
      in.getInt();
      in.get(payload);
      frames.add(new Frame(kind, new String(payload, StandardCharsets.ISO_8859_1)));
    }
  }

  /** The frames, to be changed at will. */
  List<Frame> frames() {
    return frames;
  }

  /** Index of the nth checkpoint among the frames. */
  int checkpoint(int nth) {
    int seen = -1;
    for (int i = 0; i < frames.size(); i++) {
      seen += frames.get(i).kind() == 'C' ? 1 : 0;
      if (seen == nth) {
        return i;
      }
    }
    throw new AssertionError("no checkpoint " + nth);
  }

  /** Index of the entry of a text among the frames. */
  int entry(String text) {
    for (int i = 0; i < frames.size(); i++) {
      boolean sealed = frames.get(i).kind() == 'S';
      if (sealed && frames.get(i).payload().substring(SEAL).equals(text)) {
        return i;
      }
    }
    throw new AssertionError("no entry " + text);
  }

  /** Writes the file with every length and checksum in order. */
  void write() throws IOException {
    ByteBuffer out = ByteBuffer.allocate(1 << 20);
    out.put(header.getBytes(StandardCharsets.UTF_8));
    for (Frame frame : frames) {
      out.put(frame(out.position(), frame.kind(), frame.bytes()));
    }
    byte[] content = new byte[out.position()];
    out.flip().get(content);
    Files.write(file, content);
  }

  /** A frame as it stands at an offset. */
  static byte[] frame(long offset, char kind, byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(8).putLong(offset).flip());
    crc.update(kind);
    crc.update(ByteBuffer.allocate(4).putInt(payload.length).flip());
    crc.update(payload);
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) kind).putInt(payload.length).putInt((int) crc.getValue()).put(payload);
    return frame.array();
  }
}
