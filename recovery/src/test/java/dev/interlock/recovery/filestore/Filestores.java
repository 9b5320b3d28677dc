package dev.interlock.recovery.filestore;

import dev.interlock.recovery.BackupStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** A filestore as Odoo makes it, for tests. */
public final class Filestores {

  private Filestores() {}

  /** Where the list lies in a store. */
  public static final String LIST = "backups/core/20261122T120000Z/files.list";

  public static AttachmentFile of(byte[] content) {
    String sha1 = HexFormat.of().formatHex(Sha1.digest().digest(content));
    return new AttachmentFile(sha1.substring(0, 2) + "/" + sha1, content.length);
  }

  /** Lays files of random content into a folder. */
  public static SortedMap<AttachmentFile, byte[]> make(Path folder, int files, int largest) {
    Random random = new Random(files);
    SortedMap<AttachmentFile, byte[]> made = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
    while (made.size() < files) {
      byte[] content = new byte[random.nextInt(largest + 1)];
      random.nextBytes(content);
      made.put(of(content), content);
    }
    made.forEach((file, content) -> lay(folder, file, content));
    return made;
  }

  public static void lay(Path folder, AttachmentFile file, byte[] content) {
    try {
      Path path = folder.resolve(file.name());
      Files.createDirectories(path.getParent());
      Files.write(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] text(Collection<AttachmentFile> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FileListWriter writer = new FileListWriter(out)) {
      for (AttachmentFile file : files) {
        writer.add(file);
      }
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Puts a list into a store. */
  public static FileList list(BackupStore store, Collection<AttachmentFile> files) {
    return list(store, LIST, files);
  }

  public static FileList list(BackupStore store, String name, Collection<AttachmentFile> files) {
    try {
      store.put(name, new ByteArrayInputStream(text(files)), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FileList.in(store, name);
  }

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
