package dev.interlock.recovery.certificates;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files with certificates and keys, in memory: nothing of them is written in the clear.
 *
 * @param files content by name below their folder
 * @param password of stores of keys; null when none is known
 */
record KeyFiles(Map<String, byte[]> files, @Nullable String password) {

  private static final long LARGEST = 64 << 20;
  private static final String FILES = "files/";
  private static final String PASSWORD = "password";

  /**
   * All that lie at a path.
   *
   * @throws IOException when they can't be read, there is none, or they are too large to be keys
   */
  static KeyFiles at(Path path, @Nullable String password) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    long bytes = 0;
    try (Stream<Path> found = Files.walk(path)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
        require(bytes);
        Path absolute = file.toAbsolutePath();
        Path from = folder == null ? absolute : folder.toAbsolutePath().relativize(absolute);
        files.put(from.toString(), Files.readAllBytes(file));
      }
    }
    if (files.isEmpty()) {
      throw new IOException("there is no file in " + path);
    }
    return new KeyFiles(files, password);
  }

  private static void require(long bytes) throws IOException {
    if (bytes > LARGEST) {
      throw new IOException("more than 64 MB can't be certificates: is this the folder meant?");
    }
  }

  /** Writes them as one. */
  void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(zip, FILES + file.getKey(), file.getValue());
      }
      if (password != null) {
        write(zip, PASSWORD, password.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** The time of an entry would be the only thing that changes. */
  private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** Reads what {@link #write} wrote. */
  static KeyFiles read(InputStream in) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    String password = null;
    long bytes = 0;
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) LARGEST + 1);
        bytes += content.length;
        require(bytes);
        if (entry.getName().startsWith(FILES)) {
          files.put(entry.getName().substring(FILES.length()), content);
        } else {
          password = new String(content, StandardCharsets.UTF_8);
        }
      }
    }
    return new KeyFiles(files, password);
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "KeyFiles" + files.keySet();
  }
}
