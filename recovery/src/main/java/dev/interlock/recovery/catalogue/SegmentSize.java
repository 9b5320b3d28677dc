package dev.interlock.recovery.catalogue;

import dev.interlock.recovery.postgres.physical.WalSegment;
import java.util.stream.LongStream;

/** How large the files of a log are, which a server decides when it is made. */
final class SegmentSize {

  private static final long USUAL = 16L << 20;
  private static final int SMALLEST = 20;
  private static final int SIZES = 11;

  private SegmentSize() {}

  /**
   * Told by the name of a file and a place in the log that lies in it: PostgreSQL allows powers of
   * two from 1 MiB to 1 GiB. It is the usual one where several fit.
   *
   * @param place such as {@code 0/3000060}
   */
  static long of(String file, String place) {
    return isOf(USUAL, file, place)
        ? USUAL
        : LongStream.iterate(1L << SMALLEST, size -> size << 1)
            .limit(SIZES)
            .filter(size -> isOf(size, file, place))
            .findFirst()
            .orElse(USUAL);
  }

  private static boolean isOf(long size, String file, String place) {
    try {
      return WalSegment.named(file, size)
          .map(it -> WalSegment.at(it.timeline(), place, size).name().equals(file))
          .orElse(false);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return false;
    }
  }
}
