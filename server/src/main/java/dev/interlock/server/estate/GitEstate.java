package dev.interlock.server.estate;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;

/**
 * An estate in a Git repository: the newest commit of a branch, even when history was rewritten.
 */
public final class GitEstate implements EstateSource {

  private static final String HERE = "refs/interlock/estate";
  private static final int SECONDS = 30;

  private final GitAddress address;
  private final Path data;
  private final EstateSettings settings;
  private @Nullable ObjectId written;

  /**
   * Fetches from an address.
   *
   * @param data folder of which {@code repository} and {@code files} below are used
   */
  public GitEstate(GitAddress address, Path data, EstateSettings settings) {
    this.address = address;
    this.data = data;
    this.settings = settings;
  }

  @Override
  public Checkout newest() {
    try (Git git = repository()) {
      fetch(git);
      ObjectId commit = git.getRepository().resolve(HERE);
      if (commit == null) {
        throw unreachable("it has no such branch", null);
      }
      return new Checkout(files(git.getRepository(), commit), commit.name());
    } catch (GitAPIException | JGitInternalException | IOException e) {
      throw unreachable(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String name() {
    return address.toString();
  }

  private Git repository() throws GitAPIException {
    Path repository = data.resolve("repository");
    return Git.init().setBare(true).setGitDir(repository.toFile()).call();
  }

  /** Whatever the branch is now takes the place of what it was. */
  private void fetch(Git git) throws GitAPIException {
    String branch = address.branch().isEmpty() ? "HEAD" : "refs/heads/" + address.branch();
    FetchCommand fetch =
        git.fetch()
            .setRemote(address.url())
            .setRefSpecs(new RefSpec("+" + branch + ":" + HERE))
            .setTagOpt(TagOpt.NO_TAGS)
            .setTimeout(SECONDS);
    if (settings.signsIn()) {
      fetch.setCredentialsProvider(
          new UsernamePasswordCredentialsProvider(settings.user(), settings.password()));
    }
    fetch.call();
  }

  private Path files(Repository repository, ObjectId commit) throws IOException {
    Path files = data.resolve("files");
    if (!commit.equals(written)) {
      written = null;
      new GitTree(repository, commit, address.folder()).writeTo(files);
      written = commit;
    }
    return Files.createDirectories(files);
  }

  private Fault unreachable(String why, @Nullable Throwable cause) {
    String message = "cannot fetch the estate from " + address + ": " + why;
    return cause == null
        ? new Fault(ServerCode.ESTATE_UNREACHABLE.code(), message)
        : new Fault(ServerCode.ESTATE_UNREACHABLE.code(), message, cause);
  }
}
