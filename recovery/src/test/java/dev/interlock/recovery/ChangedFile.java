package dev.interlock.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** A file of a store that somebody changes, though a store takes its right to be written away. */
record ChangedFile(Path path) {

  byte[] content() throws IOException {
    makeWritable();
    return Files.readAllBytes(path);
  }

  void write(byte[] content) throws IOException {
    makeWritable();
    Files.write(path, content);
  }

  private void makeWritable() throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
  }

  /** Takes bytes from its end, all of them at most; a negative number adds zeros. */
  void cut(int bytes) throws IOException {
    byte[] all = content();
    write(Arrays.copyOf(all, Math.max(0, all.length - bytes)));
  }

  /** Changes a bit of one byte. */
  void flip(int at) throws IOException {
    byte[] all = content();
    all[at] ^= 4;
    write(all);
  }

  void flipInMiddle() throws IOException {
    flip((int) (Files.size(path) / 2));
  }

  void flipLate() throws IOException {
    flip((int) (Files.size(path) * 9 / 10));
  }

  void swap(ChangedFile other) throws IOException {
    byte[] mine = content();
    write(other.content());
    other.write(mine);
  }
}
