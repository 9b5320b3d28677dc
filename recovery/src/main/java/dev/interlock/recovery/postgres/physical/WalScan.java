package dev.interlock.recovery.postgres.physical;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log file by file, without a server: whether each record is what was written, and when
 * transactions ended. A server that recovers takes the first record that is not whole for the end
 * of the log, and says nothing.
 */
public final class WalScan {

  private static final int LARGEST_RECORD = 1 << 30;
  private static final int ALIGNED = 8;

  private final @Nullable Instant target;
  private int version;
  private byte @Nullable [] record;
  private int filled;
  private int skipped;
  private boolean fileEnded;
  private @Nullable Instant newest;
  private boolean passed;
  private final Set<String> marks = new HashSet<>();
  private long begunAt;
  private long last;

  /**
   * Reads up to a target.
   *
   * @param target a moment; null for the end of the log
   */
  public WalScan(@Nullable Instant target) {
    this.target = target;
  }

  /** A file of the log that is not what it should be; the message says how, not which. */
  public static final class Damaged extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean unfinished;

    Damaged(String how) {
      this(how, false);
    }

    Damaged(String how, boolean unfinished) {
      super(how);
      this.unfinished = unfinished;
    }

    /** It ends before its end with nothing: a server may still be writing it. */
    public boolean isUnfinished() {
      return unfinished;
    }
  }

  /** The last transaction that ended up to the target; null when none has been seen. */
  public @Nullable Instant newest() {
    return newest;
  }

  /** Where the last whole record begins, in bytes of the log; zero when there was none. */
  public long last() {
    return last;
  }

  /** A transaction that ended after the target was seen, so that a recovery can stop there. */
  public boolean passed() {
    return passed;
  }

  /** A restore point of that name was seen, and a recovery to the target comes past it. */
  public boolean marked(String name) {
    return marks.contains(name);
  }

  /**
   * Reads the next file; the first may begin in the middle of a record.
   *
   * @param name what it should be
   * @param system number of the server's data, without a sign
   * @throws Damaged when it is not that, or was changed or cut
   * @throws IOException when it can't be read
   */
  public void read(WalSegment name, String system, InputStream in) throws IOException {
    byte[] head = in.readNBytes(WalPage.LONG_HEAD);
    WalPage first = first(name, system, head);
    byte[] page = new byte[first.pageBytes()];
    System.arraycopy(head, 0, page, 0, head.length);
    int read = head.length + in.readNBytes(page, head.length, page.length - head.length);
    fileEnded = false;
    version = version == 0 ? first.version() : version;
    for (long at = 0; at < name.bytes(); at += page.length) {
      if (read < page.length) {
        throw new Damaged("is cut off after " + (at + read) + " bytes of " + name.bytes());
      }
      page(name, name.start() + at, page);
      read = in.readNBytes(page, 0, page.length);
    }
    if (read > 0) {
      throw new Damaged("is longer than " + name.bytes() + " bytes");
    }
  }

  /** What a file says of itself at its beginning. */
  static WalPage first(WalSegment name, String system, byte[] head) throws Damaged {
    if (head.length < WalPage.LONG_HEAD) {
      throw new Damaged("is cut off after " + head.length + " bytes of " + name.bytes());
    }
    WalPage first = WalPage.of(head);
    if (!first.isWritten() || !first.isLong()) {
      throw new Damaged("does not begin as a file of the log does");
    }
    String told = Long.toUnsignedString(first.system());
    if (!told.equals(system)) {
      throw new Damaged("is of the server " + told + " instead of " + system);
    }
    if (first.segmentBytes() != name.bytes() || first.address() != name.start()) {
      throw new Damaged(
          "is another file of the log: it begins at " + WalSegment.place(first.address()));
    }
    if (Integer.bitCount(first.pageBytes()) != 1 || first.pageBytes() > name.bytes()) {
      throw new Damaged("tells a size of its pages that can't be: " + first.pageBytes());
    }
    return first;
  }

  private void page(WalSegment name, long address, byte[] bytes) throws Damaged {
    WalPage page = WalPage.of(bytes);
    if (fileEnded) {
      return;
    }
    if (!page.isWritten() && isEmpty(bytes)) {
      throw unfinished(address);
    }
    if (page.version() != version
        || page.address() != address
        || page.timeline() > name.timeline()) {
      throw damaged(address, "is not that of this file");
    }
    int at = page.head();
    if (page.overwrites()) {
      record = null;
    }
    if (page.continues()) {
      at = rest(page, address, at);
    } else if (record != null) {
      throw damaged(address, "does not go on with what the page before began");
    }
    records(bytes, address, at);
  }

  private int rest(WalPage page, long address, int at) throws Damaged {
    byte[] begun = record;
    if (begun == null) {
      skipped = page.rest();
    } else if (page.rest() != begun.length - filled) {
      throw damaged(address, "does not go on with what the page before began");
    }
    return at;
  }

  private void records(byte[] page, long address, int from) throws Damaged {
    int at = from;
    while (at < page.length && !fileEnded) {
      if (skipped > 0) {
        int n = Math.min(skipped, page.length - at);
        skipped -= n;
        at = aligned(at + n);
      } else {
        at = record(page, address, at);
      }
    }
  }

  private int record(byte[] page, long address, int at) throws Damaged {
    byte[] begun = record;
    if (begun == null) {
      int length = WalPage.of(page).bytes().getInt(at);
      if (length == 0) {
        throw unfinished(address + at);
      }
      if (length < WalRecord.HEAD || length > LARGEST_RECORD) {
        throw damaged(address + at, "has a length that can't be");
      }
      begun = new byte[length];
      record = begun;
      begunAt = address + at;
      filled = 0;
    }
    int n = Math.min(begun.length - filled, page.length - at);
    System.arraycopy(page, at, begun, filled, n);
    filled += n;
    if (filled == begun.length) {
      record = null;
      take(WalRecord.of(begun), address + at);
      return aligned(at + n);
    }
    return page.length;
  }

  private void take(WalRecord whole, long address) throws Damaged {
    if (!whole.isWhole()) {
      throw damaged(address, "does not have the checksum that it was written with");
    }
    last = begunAt;
    fileEnded |= whole.endsFile();
    whole.ended().ifPresent(this::ended);
    if (!passed) {
      whole.mark().ifPresent(marks::add);
    }
  }

  private void ended(Instant at) {
    passed |= target != null && at.isAfter(target);
    if (!passed) {
      newest = at;
    }
  }

  private static boolean isEmpty(byte[] page) {
    for (byte b : page) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static Damaged unfinished(long address) {
    return new Damaged("holds nothing from " + WalSegment.place(address) + " on", true);
  }

  private static int aligned(int at) {
    return (at + ALIGNED - 1) / ALIGNED * ALIGNED;
  }

  private static Damaged damaged(long address, String how) {
    return new Damaged("was changed: what lies at " + WalSegment.place(address) + " " + how);
  }
}
