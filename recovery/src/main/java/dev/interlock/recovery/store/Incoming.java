package dev.interlock.recovery.store;

import dev.interlock.recovery.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Objects on their way in: written aside, made durable, then given their name in one step. Who is
 * killed leaves a file aside, which the next sweep removes.
 */
record Incoming(Path folder) {

  private static final int BUFFER = 1 << 16;

  /** Writes content aside and gives it a name. */
  StoredObject receive(String name, Path target, InputStream content) throws IOException {
    try (LeaseFile aside = aside()) {
      StoredObject stored = copy(name, content, aside.channel());
      publish(aside, target);
      return stored;
    }
  }

  private LeaseFile aside() {
    try {
      return LeaseFile.create(folder, "put");
    } catch (IOException e) {
      throw StoreFaults.store(folder.toString(), "write", e);
    }
  }

  /** Only what is thrown by reading the content leaves as it is. */
  private StoredObject copy(String name, InputStream content, FileChannel to) throws IOException {
    Sha256 digest = new Sha256();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      digest.update(buffer, n);
      bytes += n;
      write(to, buffer, n);
    }
    return new StoredObject(name, bytes, digest.text());
  }

  private void write(FileChannel to, byte[] buffer, int length) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
    } catch (IOException e) {
      throw StoreFaults.store(folder.toString(), "write", e);
    }
  }

  private void publish(LeaseFile aside, Path target) throws FileAlreadyExistsException {
    try {
      aside.channel().force(true);
      Posix.allow(aside.path(), "r--");
      name(aside.path(), target);
      Posix.sync(FolderPaths.parent(target));
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      throw StoreFaults.store(target.toString(), "write", e);
    }
  }

  /** A second name refuses to replace; a move does not, but is all that some file systems know. */
  private static void name(Path aside, Path target) throws IOException {
    try {
      Files.createLink(target, aside);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Removes what killed writers left. */
  int sweep() throws IOException {
    int swept = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        swept += LeaseFile.alive(file) ? 0 : 1;
      }
    }
    return swept;
  }
}
