package dev.interlock.server.estate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/**
 * The regular files of a commit. Links are left out: they could lead to anything on this machine.
 *
 * @param folder in the repository; empty for all of it
 */
record GitTree(Repository repository, ObjectId commit, String folder) {

  /** Writes the files in place of what lies in the target. */
  void writeTo(Path target) throws IOException {
    clear(target);
    Files.createDirectories(target);
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(commits.parseCommit(commit).getTree());
      tree.setRecursive(true);
      if (!folder.isEmpty()) {
        tree.setFilter(PathFilter.create(folder));
      }
      while (tree.next()) {
        write(tree, target);
      }
    }
  }

  private void write(TreeWalk tree, Path target) throws IOException {
    int type = tree.getFileMode(0).getBits() & FileMode.TYPE_MASK;
    if (type != FileMode.TYPE_FILE || tree.getPathLength() <= folder.length()) {
      return;
    }
    String name = tree.getPathString().substring(folder.isEmpty() ? 0 : folder.length() + 1);
    Path file = target.resolve(name).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("a file of the commit leads out of its folder: " + name);
    }
    Files.createDirectories(file.resolveSibling("."));
    try (OutputStream out = Files.newOutputStream(file)) {
      repository.open(tree.getObjectId(0)).copyTo(out);
    }
  }

  private static void clear(Path target) throws IOException {
    if (Files.exists(target)) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(target)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.delete(each);
      }
    }
  }
}
