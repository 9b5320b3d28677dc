package dev.interlock.ledger.pack;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.WholeFile;
import dev.interlock.ledger.pack.Content.Measure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the ZIP: files in the order of their names, one fixed time, nothing compressed
 * (compressors differ between versions). The same content always gives the same bytes.
 */
final class PackWriter {

  /** The beginning of ZIP's time; a pack says when in its checkpoint. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PackWriter() {}

  /**
   * Writes files and the manifest over them; the target appears when it is whole and on the disk.
   */
  static void write(Path target, SortedMap<String, Content> files, LongConsumer filesDone)
      throws IOException {
    SortedMap<String, Measure> measures = new TreeMap<>();
    for (var file : files.entrySet()) {
      measures.put(file.getKey(), file.getValue().measure());
    }
    Content manifest = Content.of(manifest(measures));
    SortedMap<String, Content> all = new TreeMap<>(files);
    all.put(PackNames.MANIFEST, manifest);
    measures.put(PackNames.MANIFEST, manifest.measure());
    WholeFile.write(
        target, channel -> zip(channel, all, measures, filesDone), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void zip(
      FileChannel channel,
      SortedMap<String, Content> files,
      SortedMap<String, Measure> measures,
      LongConsumer filesDone)
      throws IOException {
    var out = new BufferedOutputStream(Channels.newOutputStream(channel));
    ZipOutputStream zip = new ZipOutputStream(out);
    long done = 0;
    for (var file : files.entrySet()) {
      Measure measure = measures.get(file.getKey());
      if (measure == null) {
        throw new IllegalStateException("not measured: " + file.getKey());
      }
      zip.putNextEntry(entry(file.getKey(), measure));
      file.getValue().copyTo(zip);
      zip.closeEntry();
      filesDone.accept(++done);
    }
    zip.finish();
    zip.flush();
  }

  private static ZipEntry entry(String name, Measure measure) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(measure.size());
    entry.setCrc(measure.crc());
    return entry;
  }

  /** In the form that {@code sha256sum --check} reads. */
  private static Bytes manifest(SortedMap<String, Measure> measures) {
    StringBuilder lines = new StringBuilder();
    measures.forEach(
        (name, measure) -> lines.append(measure.sha256()).append("  ").append(name).append('\n'));
    return Bytes.utf8(lines.toString());
  }
}
