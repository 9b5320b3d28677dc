package dev.interlock.recovery.filestore;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.store.StoreFaults;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A filestore that is being made. Whatever is written lies below its folder, and nothing that was
 * there before is changed: every folder and file is a new one.
 */
record NewFilestore(Path root) {

  /** Makes the folder of a database; it may be there when it is empty. */
  static NewFilestore make(Path filestores, String database) {
    Path folder = filestores.resolve(folderName(database));
    try {
      Files.createDirectories(filestores);
      directory(folder);
      try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
        if (content.iterator().hasNext()) {
          throw new Fault(
              RecoveryCode.RESTORE_FAILED.code(),
              folder + " is not empty; a restore goes into a new folder only");
        }
      }
      return new NewFilestore(folder.toRealPath());
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** The name itself, as Odoo expects it; where no folder can have it, its characters in hex. */
  private static String folderName(String database) {
    boolean ok =
        database.matches("[^/\\\\\\p{Cntrl}]{1,63}")
            && !database.equals(".")
            && !database.equals("..");
    return ok
        ? database
        : "database-" + HexFormat.of().formatHex(database.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file; when its content is wrong it is removed again, and told. */
  Optional<FileProblem> write(AttachmentFile file, InputStream stored) {
    Path path = root.resolve(file.name());
    try (InputStream content = new CheckedContent(stored, file)) {
      OutputStream out = create(path);
      boolean whole = false;
      try {
        copy(content, file, out, path);
        whole = true;
      } finally {
        end(out, path, whole);
      }
      return Optional.empty();
    } catch (CheckedContent.Mismatch e) {
      return Optional.of(e.problem());
    } catch (IOException e) {
      String reason = StoreFaults.reason(file.inStore(), e);
      return Optional.of(FileProblem.inStore(file, "it can't be read: " + reason));
    }
  }

  private static OutputStream create(Path path) {
    try {
      directory(path.resolveSibling(""));
      return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /** Only what is thrown by reading the content leaves as it is. */
  private static void copy(InputStream content, AttachmentFile file, OutputStream out, Path path)
      throws IOException {
    byte[] buffer = new byte[(int) Math.min(file.bytes() + 1, 1 << 16)];
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      try {
        out.write(buffer, 0, n);
      } catch (IOException e) {
        throw failed(path, e);
      }
    }
  }

  private static void end(OutputStream out, Path path, boolean whole) {
    try {
      out.close();
      if (!whole) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  private static void directory(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(folder.toString(), null, "this is a link or a file");
      }
    }
  }

  private static Fault failed(Path path, IOException e) {
    return StoreFaults.failed(RecoveryCode.RESTORE_FAILED, path.toString(), "write", e);
  }
}
