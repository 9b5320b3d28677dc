package dev.interlock.ledger.pack;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.crypto.Sha256;
import dev.interlock.ledger.file.RegularFile;
import dev.interlock.ledger.file.StorageErrors;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The ZIP of a pack, read without trust. Files are stored, never compressed, so none can grow;
 * their sizes add up to no more than the ZIP; names are safe and single; and the two descriptions
 * that a ZIP has of its files must agree, so that every other program sees the same files.
 */
final class PackFile implements AutoCloseable {

  private static final int MAX_FILES = 500_000;

  /** Largest file that is read into memory. */
  private static final int MAX_IN_MEMORY = 17 << 20;

  private final Path path;
  private final ZipFile zip;
  private final SortedMap<String, ZipEntry> files = new TreeMap<>();

  private PackFile(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  static PackFile open(Path path) {
    RegularFile.require(path);
    try {
      ZipFile zip = new ZipFile(path.toFile());
      try {
        PackFile pack = new PackFile(path, zip);
        pack.index();
        return pack;
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /** What a failed read means: a ZIP that contradicts itself, or a disk that fails. */
  static LedgerException failed(Path path, IOException cause) {
    return cause instanceof ZipException || cause instanceof EOFException
        ? new LedgerException(
            LedgerError.BAD_PACK, path + ": not a sound ZIP: " + cause.getMessage(), cause)
        : StorageErrors.of(path, "read", cause);
  }

  /** Names of all files, sorted. */
  Set<String> names() {
    return files.keySet();
  }

  /** The content of a small file. */
  Bytes read(String name) throws IOException {
    ZipEntry entry = files.get(name);
    if (entry == null) {
      throw bad("there is no " + name);
    }
    if (entry.getSize() > MAX_IN_MEMORY) {
      throw bad(name + " is larger than " + MAX_IN_MEMORY + " bytes");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Bytes.of(in.readNBytes(MAX_IN_MEMORY));
    }
  }

  /** Copies a file of any size. */
  void copy(String name, OutputStream out) throws IOException {
    try (InputStream in = zip.getInputStream(files.get(name))) {
      in.transferTo(out);
    }
  }

  /** SHA-256 of a file of any size, in lower-case hex. */
  String sha256(String name) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(zip.getInputStream(files.get(name)), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void index() throws IOException {
    if (zip.size() > MAX_FILES) {
      throw bad("it has more than " + MAX_FILES + " files");
    }
    List<String> order = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    long total = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      check(entry, keys);
      total += entry.getSize();
      files.put(entry.getName(), entry);
      order.add(entry.getName());
    }
    requireNoFileIsAFolder();
    if (total > Files.size(path)) {
      throw bad("its files together are larger than itself");
    }
    compareWithLocalHeaders(order);
  }

  private void requireNoFileIsAFolder() {
    for (String name : files.keySet()) {
      for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
        if (files.containsKey(name.substring(0, slash))) {
          throw bad("the name " + name.substring(0, slash) + " is a file and a folder");
        }
      }
    }
  }

  private void check(ZipEntry entry, Set<String> keys) {
    @Nullable String problem = PackNames.problem(entry.getName());
    if (problem != null) {
      throw bad("the name " + printable(entry.getName()) + " " + problem);
    }
    if (!keys.add(PackNames.key(entry.getName()))) {
      throw bad("the name " + entry.getName() + " is there twice");
    }
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
      throw bad(entry.getName() + " is compressed, which no pack is");
    }
  }

  /** Streaming programs believe the headers before the files, others the directory at the end. */
  private void compareWithLocalHeaders(List<String> order) throws IOException {
    List<String> local = new ArrayList<>();
    ZipSize expected = new ZipSize();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
        ZipInputStream stream = new ZipInputStream(in)) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        ZipEntry listed = files.get(entry.getName());
        if (listed == null
            || entry.getMethod() != ZipEntry.STORED
            || entry.getSize() != listed.getSize()
            || entry.getCrc() != listed.getCrc()) {
          throw bad("its two descriptions of " + printable(entry.getName()) + " differ");
        }
        local.add(entry.getName());
        expected.add(entry, listed);
      }
    }
    if (!local.equals(order)) {
      throw bad("its two lists of files differ");
    }
    if (!expected.fits(Files.size(path))) {
      throw bad("it has bytes that belong to no file, before, between or behind its files");
    }
  }

  private static String printable(String name) {
    String start = name.length() > 80 ? name.substring(0, 80) + "…" : name;
    return start.replaceAll("\\p{Cntrl}", "?");
  }

  private LedgerException bad(String why) {
    return new LedgerException(LedgerError.BAD_PACK, path + ": not an evidence pack: " + why);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
