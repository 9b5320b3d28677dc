package dev.interlock.bench.ledger;

import dev.interlock.ledger.Bytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What to compare the ledger with: the same bytes in the same batches with the same two syncs, but
 * no hashes, seals and signatures; and the seals alone.
 */
final class BareFile {

  /** About as much as a frame puts around an entry. */
  private static final int AROUND = 41;

  /** About as long as a signed checkpoint. */
  private static final byte[] CHECKPOINT = new byte[400];

  private BareFile() {}

  /** Writes a batch as the ledger would, were there nothing to prove. */
  static void append(RandomAccessFile file, List<Bytes> entries) throws IOException {
    int length = entries.stream().mapToInt(entry -> AROUND + entry.length()).sum();
    ByteBuffer frames = ByteBuffer.allocate(length);
    for (Bytes entry : entries) {
      frames.put(new byte[AROUND]).put(entry.toArray());
    }
    file.write(frames.array());
    file.getFD().sync();
    file.write(CHECKPOINT);
    file.getFD().sync();
  }

  static RandomAccessFile open(Path path) throws IOException {
    return new RandomAccessFile(path.toFile(), "rw");
  }

  /** As many seals as the ledger makes for so many entries: a MAC over two digests and a number. */
  static int seals(int count) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
      byte[] sealed = new byte[72];
      int folded = 0;
      for (int i = 0; i < count; i++) {
        sealed[i % sealed.length]++;
        folded += mac.doFinal(sealed)[0];
      }
      return folded;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
