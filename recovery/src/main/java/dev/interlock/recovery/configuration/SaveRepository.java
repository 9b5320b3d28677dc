package dev.interlock.recovery.configuration;

import dev.interlock.evidence.Surroundings.Reference;
import dev.interlock.evidence.Surroundings.Repository;
import dev.interlock.recovery.SurroundingSources.RepositorySource;
import dev.interlock.recovery.backup.PartWriter;
import dev.interlock.recovery.store.WrittenStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.BundleWriter;

/**
 * Saves a Git repository with its whole history as a bundle, which git itself can clone. What is
 * not committed is not saved.
 */
public final class SaveRepository {

  private final PartWriter parts;

  /** Saves parts of a backup. */
  public SaveRepository(PartWriter parts) {
    this.parts = parts;
  }

  /**
   * Saves it.
   *
   * @throws IOException when it is no repository, has no commit, or not its whole history
   */
  public Repository save(RepositorySource source) throws IOException {
    try (var repository = open(source.folder())) {
      if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
        throw new IOException(
            source.folder() + " does not have its whole history: git fetch --unshallow gets it");
      }
      ObjectId head = repository.resolve(Constants.HEAD);
      if (head == null) {
        throw new IOException(source.folder() + " has no commit");
      }
      List<Ref> references = references(repository);
      String part =
          parts.put(
              "configuration/" + source.service() + ".bundle",
              new WrittenStream(out -> bundle(repository, references, head, out)));
      String branch = repository.getFullBranch();
      return new Repository(
          source.service(),
          part,
          branch == null || ObjectId.isId(branch) ? null : branch,
          head.name(),
          references.stream().map(SaveRepository::reference).toList());
    }
  }

  private static org.eclipse.jgit.lib.Repository open(Path folder) throws IOException {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().setMustExist(true).findGitDir(folder.toFile());
    Path found = builder.getGitDir() == null ? null : builder.getGitDir().toPath();
    Path absolute = folder.toAbsolutePath().normalize();
    boolean isHere =
        found != null
            && (found.toAbsolutePath().normalize().equals(absolute)
                || absolute.equals(found.toAbsolutePath().normalize().getParent()));
    if (isHere) {
      return builder.build();
    }
    if (java.nio.file.Files.isRegularFile(absolute.resolve("HEAD"))) {
      return new FileRepositoryBuilder()
          .setMustExist(true)
          .setGitDir(absolute.toFile())
          .setBare()
          .build();
    }
    throw new IOException(folder + " is no Git repository");
  }

  private static List<Ref> references(org.eclipse.jgit.lib.Repository repository)
      throws IOException {
    return repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS).stream()
        .filter(ref -> !ref.isSymbolic() && ref.getObjectId() != null)
        .toList();
  }

  private static Reference reference(Ref ref) {
    return new Reference(ref.getName(), Objects.requireNonNull(ref.getObjectId()).name());
  }

  private static void bundle(
      org.eclipse.jgit.lib.Repository repository,
      List<Ref> references,
      ObjectId head,
      OutputStream out) {
    BundleWriter writer = new BundleWriter(repository);
    references.forEach(writer::include);
    writer.include(Constants.HEAD, head);
    try {
      writer.writeBundle(NullProgressMonitor.INSTANCE, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
