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

  /** Kind of a frame that holds an entry without a seal: in exports and in older ledgers. */
  public static final byte ENTRY = 'E';

  /** Kind of a frame that holds the writer's seal and an entry. */
  public static final byte SEALED = 'S';

  /** Bytes of a seal, before the entry. */
  public static final int SEAL = 32;

  /** Kind of a frame that holds a signed checkpoint. */
  public static final byte CHECKPOINT = 'C';

  /** Largest entry in bytes. */
  public static final int MAX_ENTRY = Limits.MAX_ENTRY;

  /** Largest checkpoint note in bytes. */
  public static final int MAX_CHECKPOINT = Limits.MAX_CHECKPOINT;

  /** Most bytes of frames that one commit writes; so no crash leaves a longer torn tail. */
  public static final int MAX_COMMIT = Limits.MAX_COMMIT;

  /** The seal of frames that have none. */
  static final byte[] NO_SEAL = {};

  private Format() {}

  /** The header line of a new file. */
  public static byte[] header(String origin) {
    return (MAGIC + " " + origin + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** How many bytes of a payload are a seal. */
  static int seal(byte kind) {
    return kind == SEALED ? SEAL : 0;
  }

  /** True for both kinds of entries. */
  static boolean isEntry(byte kind) {
    return kind == ENTRY || kind == SEALED;
  }

  /** Largest payload of a kind; negative when there is no such kind. */
  static int maxPayload(byte kind) {
    return switch (kind) {
      case ENTRY -> MAX_ENTRY;
      case SEALED -> SEAL + MAX_ENTRY;
      case CHECKPOINT -> MAX_CHECKPOINT;
      default -> -1;
    };
  }

  /** Appends a frame to a buffer whose first byte will stand at an offset of the file. */
  static void put(ByteBuffer buffer, long bufferOffset, byte kind, byte[] seal, byte[] content) {
    int checksum = checksum(bufferOffset + buffer.position(), kind, seal, content);
    buffer.put(kind).putInt(seal.length + content.length).putInt(checksum).put(seal).put(content);
  }

  /**
   * CRC-32C over offset, kind, length and payload. With the offset in it, a frame that was copied
   * to another place (an entry can hold anything, even a ledger) is not taken for one.
   */
  static int checksum(long offset, byte kind, byte[] seal, byte[] content) {
    CRC32C crc = new CRC32C();
    int length = seal.length + content.length;
    crc.update(ByteBuffer.allocate(13).putLong(offset).put(kind).putInt(length).flip());
    crc.update(seal);
    crc.update(content);
    return (int) crc.getValue();
  }
}
