package dev.interlock.recovery.filestore;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a {@link FileList}, file by file. Only {@link #finish} makes it whole. */
public final class FileListWriter implements Closeable {

  private final OutputStream out;
  private FileTotals totals = FileTotals.NONE;
  private String last = "";

  /** Writes there. */
  public FileListWriter(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  /**
   * Adds a file.
   *
   * @throws IllegalArgumentException when its name does not come after the last one's
   */
  public void add(AttachmentFile file) throws IOException {
    if (file.name().compareTo(last) <= 0) {
      throw new IllegalArgumentException(
          file.name() + " must come before " + last + ", and only once: sort files by their names");
    }
    last = file.name();
    totals = totals.plus(file.bytes());
    line(file.name() + " " + file.bytes());
  }

  /** Ends the list, and tells what it lists. */
  public FileTotals finish() throws IOException {
    line("total " + totals.files() + " " + totals.bytes());
    out.flush();
    return totals;
  }

  private void line(String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
