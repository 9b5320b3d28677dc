package dev.interlock.usecases.spool;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Subject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Findings in a file. Of each few bits stay in memory: where every sixteenth of them begins. */
final class SpooledFindings implements AutoCloseable {

  private static final int STRIDE = 16;

  private final SpoolFile file;
  private final Window window;
  private final FindingRecord record = new FindingRecord();
  private final RecordOutput out = new RecordOutput();
  private final Places places = new Places();
  private int size;
  private @Nullable Subject written;
  private long writtenAt;
  private @Nullable Subject read;
  private long readAt = -1;
  private int next;
  private long nextAt;

  SpooledFindings(SpoolFile file) {
    this.file = file;
    this.window = new Window(file);
  }

  int size() {
    return size;
  }

  void keep(Finding finding) {
    long here = file.length();
    boolean known = finding.subject().equals(written);
    out.clear();
    out.number(known ? here - writtenAt : 0);
    if (!known) {
      record.subject(finding.subject(), out);
      written = finding.subject();
      writtenAt = here;
    }
    record.write(finding, out);
    if (size % STRIDE == 0) {
      places.add(here);
    }
    out.to(file);
    size = Math.incrementExact(size);
  }

  Finding get(int index) {
    Objects.checkIndex(index, size);
    long here = seek(index);
    RecordInput in = record(here);
    next = index + 1;
    nextAt = here + Integer.BYTES + in.left();
    long back = in.number();
    return record.read(in, back == 0 ? told(here, in) : subject(here - back));
  }

  /** Findings are mostly read one after the other, or with few between. */
  private long seek(int index) {
    if (index < next || index / STRIDE != next / STRIDE) {
      next = index - index % STRIDE;
      nextAt = places.get(index / STRIDE);
    }
    for (; next < index; next++) {
      nextAt += Integer.BYTES + window.at(nextAt, Integer.BYTES).getInt();
    }
    return nextAt;
  }

  private RecordInput record(long place) {
    int length = window.at(place, Integer.BYTES).getInt();
    return new RecordInput(window.at(place + Integer.BYTES, length));
  }

  private Subject subject(long place) {
    if (read != null && readAt == place) {
      return read;
    }
    RecordInput in = record(place);
    in.number();
    return told(place, in);
  }

  private Subject told(long place, RecordInput in) {
    Subject told = record.subject(in);
    read = told;
    readAt = place;
    return told;
  }

  @Override
  public void close() {
    file.close();
  }
}
