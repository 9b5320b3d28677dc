package dev.interlock.server.estate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;

/** A repository on this machine with an estate, and somebody who pushes to it. */
public final class Remote implements AutoCloseable {

  private final Path bare;
  private final Path work;
  private final Git git;

  /** An empty repository in a folder. */
  public Remote(Path folder) throws Exception {
    bare = folder.resolve("remote.git");
    work = folder.resolve("work");
    Git.init().setBare(true).setGitDir(bare.toFile()).setInitialBranch("main").call().close();
    git = Git.init().setDirectory(work.toFile()).setInitialBranch("main").call();
    git.remoteAdd().setName("origin").setUri(new URIish(url())).call();
  }

  /** Its address. */
  public String url() {
    return "file://" + bare;
  }

  /** Where the repository lies. */
  public Path bare() {
    return bare;
  }

  /** The working copy. */
  public Path work() {
    return work;
  }

  /** Takes over a folder with everything in it. */
  public Remote with(Path folder, String name) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = work.resolve(name).resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file. */
  public Remote with(String name, String text) throws IOException {
    Files.writeString(work.resolve(name), text);
    return this;
  }

  /** Commits everything and pushes, over whatever is there. */
  public String push() throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.add().setUpdate(true).addFilepattern(".").call();
    String commit =
        git.commit()
            .setMessage("an estate")
            .setAuthor("A", "a@example.com")
            .setCommitter("A", "a@example.com")
            .setSign(false)
            .call()
            .name();
    git.push().setRefSpecs(new RefSpec("+HEAD:refs/heads/main")).call();
    return commit;
  }

  /** Goes back to an older commit, so that the next one rewrites history. */
  public Remote back(String commit) throws GitAPIException {
    git.reset().setMode(ResetType.HARD).setRef(commit).call();
    return this;
  }

  @Override
  public void close() {
    git.close();
  }
}
