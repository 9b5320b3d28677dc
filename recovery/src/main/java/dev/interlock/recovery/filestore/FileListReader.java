package dev.interlock.recovery.filestore;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.store.StoreFaults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads a {@link FileList}, file by file and strictly: what is wrong is named with its line. */
public final class FileListReader implements Iterator<AttachmentFile>, AutoCloseable {

  private static final int LONGEST_LINE = 80;

  private final String place;
  private final InputStream in;
  private long line;
  private FileTotals totals = FileTotals.NONE;
  private String last = "";
  private @Nullable AttachmentFile next;
  private boolean ended;

  FileListReader(String place, InputStream in) {
    this.place = place;
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      advance();
    }
    return next != null;
  }

  @Override
  public AttachmentFile next() {
    AttachmentFile file = hasNext() ? next : null;
    if (file == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return file;
  }

  private void advance() {
    String text = readLine();
    if (text.startsWith("total ")) {
      end(text);
    } else {
      next = file(text);
    }
  }

  private AttachmentFile file(String text) {
    int space = text.indexOf(' ');
    String name = space < 0 ? text : text.substring(0, space);
    if (!AttachmentFile.isName(name)) {
      throw wrong("expected xx/ and 40 hexadecimal digits that begin with xx");
    }
    if (name.compareTo(last) <= 0) {
      throw wrong("names must be sorted, and each stand once");
    }
    AttachmentFile file = new AttachmentFile(name, number(text.substring(space + 1)));
    last = name;
    totals = totals.plus(file.bytes());
    return file;
  }

  private long number(String text) {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw wrong("expected a number of bytes after the name");
    }
    return Long.parseLong(text);
  }

  private void end(String text) {
    if (!text.equals("total " + totals.files() + " " + totals.bytes())) {
      throw wrong(
          "the total differs: the lines above are "
              + totals.files()
              + " files of "
              + totals.bytes()
              + " bytes");
    }
    if (read() >= 0) {
      line++;
      throw wrong("nothing may come after the total");
    }
    ended = true;
  }

  private String readLine() {
    line++;
    StringBuilder text = new StringBuilder(LONGEST_LINE);
    int c = read();
    while (c >= 0 && c != '\n' && text.length() < LONGEST_LINE) {
      text.append((char) c);
      c = read();
    }
    if (c < 0) {
      throw wrong("the list is cut off: its last line must be the total");
    }
    return text.toString();
  }

  private int read() {
    try {
      return in.read();
    } catch (IOException e) {
      throw StoreFaults.store(place, "read", e);
    }
  }

  private Fault wrong(String why) {
    return new Fault(RecoveryCode.BACKUP_DAMAGED.code(), place + ":" + line + ": " + why);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw StoreFaults.store(place, "read", e);
    }
  }
}
