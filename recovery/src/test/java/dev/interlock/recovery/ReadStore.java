package dev.interlock.recovery;

import dev.interlock.recovery.store.BlockInputStream;
import dev.interlock.recovery.store.ForwardingStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store whose readers can be kept waiting. */
final class ReadStore extends ForwardingStore {

  private final Reading reading;
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private final List<String> given = new CopyOnWriteArrayList<>();

  /**
   * Reads another store.
   *
   * @param reading sees each name before its content is read, and may wait
   */
  ReadStore(BackupStore store, Reading reading) {
    super(store);
    this.reading = reading;
  }

  interface Reading {
    void of(String name) throws Exception;
  }

  /** Names whose content was read, each as often as it was. */
  List<String> opened() {
    return opened;
  }

  /** Names that were given to a program as files, each as often as it was. */
  List<String> given() {
    return given;
  }

  @Override
  public InputStream open(String name) {
    opened.add(name);
    return new BlockInputStream(super.open(name)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        await(name);
        return super.read(into, offset, length);
      }
    };
  }

  private void await(String name) throws IOException {
    try {
      reading.of(name);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public Optional<Path> file(String name) {
    given.add(name);
    return super.file(name);
  }
}
