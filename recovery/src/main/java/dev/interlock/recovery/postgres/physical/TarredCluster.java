package dev.interlock.recovery.postgres.physical;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The tar file of a data directory that pg_basebackup writes, made into the zip file of {@link
 * ClusterCopy}.
 *
 * @param small what is in the files that tell of the copy itself, by name
 */
record TarredCluster(Map<String, byte[]> small) {

  private static final String MANIFEST = "backup_manifest";
  private static final Set<String> SMALL = Set.of(ClusterCopy.LABEL, MANIFEST, ControlFile.FILE);

  /**
   * Reads it to its end.
   *
   * @throws IOException also when it is cut, or lacks what tells of the copy
   */
  static TarredCluster into(ClusterCopy copy, InputStream tar) throws IOException {
    TarredCluster read = new TarredCluster(new HashMap<>());
    TarArchiveInputStream entries = new TarArchiveInputStream(tar);
    for (TarArchiveEntry entry = entries.getNextEntry();
        entry != null;
        entry = entries.getNextEntry()) {
      read.take(entry, entries, copy);
    }
    // The end of the archive is not yet the end of the tool, which may say that it failed.
    tar.transferTo(OutputStream.nullOutputStream());
    copy.add(ClusterCopy.LABEL, new ByteArrayInputStream(read.required(ClusterCopy.LABEL)));
    return read;
  }

  private void take(TarArchiveEntry entry, InputStream content, ClusterCopy copy)
      throws IOException {
    String name = entry.getName();
    if (entry.isDirectory()) {
      copy.addFolder(name);
    } else if (!entry.isFile()) {
      throw new IOException("the server has tablespaces outside of its data directory: " + name);
    } else if (SMALL.contains(name)) {
      byte[] bytes = content.readAllBytes();
      small.put(name, bytes);
      if (!name.equals(ClusterCopy.LABEL)) {
        copy.add(name, new ByteArrayInputStream(bytes));
      }
    } else {
      copy.add(name, content);
    }
  }

  /** Whose it is. */
  ControlFile control() throws IOException {
    return ControlFile.of(required(ControlFile.FILE), "the copy");
  }

  /** Which log it needs. */
  NeededLog log() throws IOException {
    return NeededLog.in(required(MANIFEST));
  }

  private byte[] required(String name) throws IOException {
    byte[] content = small.get(name);
    if (content == null) {
      throw new IOException("there is no " + name + " in what pg_basebackup wrote");
    }
    return content;
  }
}
