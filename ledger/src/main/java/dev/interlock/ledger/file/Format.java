package dev.interlock.ledger.file;

import dev.interlock.ledger.append.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The layout of a ledger file, as the module's README documents it. */
public final class Format {

  /** First word of the header line; the origin follows after a space. */
  public static final String MAGIC = "interlock-ledger/1";

  /** Longest header line in bytes, newline included. */
  public static final int MAX_HEADER = 1024;

  /** Bytes before the payload of a frame: kind, length, checksum. */
  public static final int PREFIX = 9;

  /** Kind of a frame that holds an entry. */
  public static final byte ENTRY = 'E';

  /** Kind of a frame that holds a signed checkpoint. */
  public static final byte CHECKPOINT = 'C';

  /** Largest entry in bytes. */
  public static final int MAX_ENTRY = Limits.MAX_ENTRY;

  /** Largest checkpoint note in bytes. */
  public static final int MAX_CHECKPOINT = Limits.MAX_CHECKPOINT;

  /** Most bytes of frames that one commit writes; so no crash leaves a longer torn tail. */
  public static final int MAX_COMMIT = Limits.MAX_COMMIT;

  private Format() {}

  /** The header line of a new file. */
  public static byte[] header(String origin) {
    return (MAGIC + " " + origin + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Largest payload of a kind; negative when there is no such kind. */
  static int maxPayload(byte kind) {
    return switch (kind) {
      case ENTRY -> MAX_ENTRY;
      case CHECKPOINT -> MAX_CHECKPOINT;
      default -> -1;
    };
  }

  /** Appends a frame to a buffer whose first byte will stand at an offset of the file. */
  static void put(ByteBuffer buffer, long bufferOffset, byte kind, byte[] payload) {
    long offset = bufferOffset + buffer.position();
    buffer.put(kind).putInt(payload.length).putInt(checksum(offset, kind, payload)).put(payload);
  }

  /**
   * CRC-32C over offset, kind, length and payload. With the offset in it, a frame that was copied
   * to another place (an entry can hold anything, even a ledger) is not taken for one.
   */
  static int checksum(long offset, byte kind, byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(13).putLong(offset).put(kind).putInt(payload.length).flip());
    crc.update(payload);
    return (int) crc.getValue();
  }
}
