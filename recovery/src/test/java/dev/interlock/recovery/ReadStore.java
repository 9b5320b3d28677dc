package dev.interlock.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store whose readers can be kept waiting.
 *
 * @param reading sees each name before its content is read, and may wait
 * @param opened names whose content was read, each as often as it was
 * @param given names that were given to a program as files, each as often as it was
 */
record ReadStore(BackupStore store, Reading reading, List<String> opened, List<String> given)
    implements BackupStore {

  ReadStore(BackupStore store, Reading reading) {
    this(store, reading, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
  }

  interface Reading {
    void of(String name) throws Exception;
  }

  @Override
  public InputStream open(String name) {
    opened.add(name);
    InputStream content = store.open(name);
    return new InputStream() {
      @Override
      public int read() throws IOException {
        await(name);
        return content.read();
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        await(name);
        return content.read(into, offset, length);
      }

      @Override
      public void close() throws IOException {
        content.close();
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
    return store.file(name);
  }

  @Override
  public String place() {
    return store.place();
  }

  @Override
  public StoredObject put(String name, InputStream content, @Nullable Instant until)
      throws IOException {
    return store.put(name, content, until);
  }

  @Override
  public OptionalLong size(String name) {
    return store.size(name);
  }

  @Override
  public Stream<Listed> list(String prefix) {
    return store.list(prefix);
  }

  @Override
  public void protect(String name, Instant until) {
    store.protect(name, until);
  }

  @Override
  public boolean delete(String name) {
    return store.delete(name);
  }

  @Override
  public boolean inUse() {
    return store.inUse();
  }

  @Override
  public Lease lease(Access access) {
    return store.lease(access);
  }
}
