package dev.interlock.recovery.postgres.physical;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A data directory as a zip file. The server goes on writing: files come and go meanwhile, and what
 * is torn is mended by the log.
 */
final class ClusterCopy implements AutoCloseable {

  /** By it a server knows where in the log to begin; it is written last. */
  static final String LABEL = "backup_label";

  /** What is in these is of the running server alone; the log comes from its archive. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "pg_internal.init",
          LABEL,
          "tablespace_map",
          "recovery.signal",
          "standby.signal");

  private final ZipOutputStream zip;

  ClusterCopy(OutputStream to) {
    zip = new ZipOutputStream(new LeftOpen(to));
    zip.setLevel(Deflater.BEST_SPEED);
  }

  void add(Path data) throws IOException {
    Files.walkFileTree(data, new Visitor(data));
  }

  void add(String name, String text) throws IOException {
    add(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  void add(String name, InputStream content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.transferTo(zip);
    zip.closeEntry();
  }

  void addFolder(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name.endsWith("/") ? name : name + "/"));
    zip.closeEntry();
  }

  /** Ends the zip file. */
  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Visitor extends SimpleFileVisitor<Path> {

    private final Path data;

    Visitor(Path data) {
      this.data = data;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      String name = folder.getFileName().toString();
      if (name.startsWith("pgsql_tmp")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!folder.equals(data)) {
        addFolder(nameOf(folder));
      }
      return EMPTY.contains(nameOf(folder))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isSymbolicLink() && nameOf(file).startsWith("pg_tblspc/")) {
        throw new IOException("the server has tablespaces outside of its data directory: " + file);
      }
      String name = file.getFileName().toString();
      if (!LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp")) {
        copy(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** A table that was dropped meanwhile needs no copy. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    private void copy(Path file) throws IOException {
      try (var from = Files.newInputStream(file)) {
        add(nameOf(file), from);
      } catch (NoSuchFileException _) {
        // It has gone since the folder was listed.
      }
    }

    private String nameOf(Path path) {
      return data.relativize(path).toString().replace('\\', '/');
    }
  }

  /** Ending the zip file must not end what it is written to. */
  private static final class LeftOpen extends FilterOutputStream {

    LeftOpen(OutputStream to) {
      super(to);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
