package dev.interlock.recovery.configuration;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Surroundings;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TransportBundleStream;
import org.eclipse.jgit.transport.URIish;

/**
 * A bundle unpacks into an empty repository, each object in it is sound, none is missing, and every
 * branch and tag is where the manifest says.
 */
public final class RepositoryComesBack {

  /** Name of the check. */
  public static final String NAME = "surroundings/configuration-comes-back";

  private static final String HEAD = "refs/interlock/head";

  private final BackupStore store;
  private final Path folder;

  /**
   * Out of a store that is open: what it gives is no longer sealed.
   *
   * @param folder of the drill
   */
  public RepositoryComesBack(BackupStore store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /**
   * Unpacks it and compares.
   *
   * @throws Fault when the store fails, or what it gives is damaged
   */
  public Checked check(Surroundings.Repository saved) {
    Path place = folder.resolve("configuration-" + saved.service());
    try (Repository repository =
            new FileRepositoryBuilder().setGitDir(place.toFile()).setBare().build();
        InputStream bundle = store.open(saved.part())) {
      repository.create(true);
      unpack(repository, bundle);
      List<String> wrong = wrong(saved, repository);
      long objects = walked(repository);
      Map<String, Long> numbers =
          Map.of("references", (long) saved.references().size(), "objects", objects);
      return wrong.isEmpty()
          ? Checked.pass(
              NAME, saved.service() + ": the repository is whole, with every reference", numbers)
          : Checked.fail(NAME, saved.service() + ": " + String.join("; ", wrong), numbers);
    } catch (IOException e) {
      throwFault(e);
      return Checked.fail(
          NAME, saved.service() + ": the bundle does not unpack: " + e.getMessage(), Map.of());
    }
  }

  /** What reading the store throws comes out of JGit as the cause of something else. */
  private static void throwFault(IOException thrown) {
    Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause)
        .filter(Fault.class::isInstance)
        .map(Fault.class::cast)
        .findFirst()
        .ifPresent(fault -> {
          throw fault;
        });
  }

  /** Checks each object as git fsck does, and that none is missing. */
  private static void unpack(Repository repository, InputStream bundle) throws IOException {
    try (TransportBundleStream transport =
        new TransportBundleStream(repository, new URIish("bundle"), bundle)) {
      transport.setCheckFetchedObjects(true);
      transport.fetch(
          NullProgressMonitor.INSTANCE,
          List.of(new RefSpec("+refs/*:refs/*"), new RefSpec("+" + Constants.HEAD + ":" + HEAD)));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> wrong(Surroundings.Repository saved, Repository repository)
      throws IOException {
    List<String> wrong = new ArrayList<>();
    compare("the commit that was checked out", saved.commit(), repository, HEAD, wrong);
    for (Surroundings.Reference reference : saved.references()) {
      compare(reference.name(), reference.object(), repository, reference.name(), wrong);
    }
    return wrong;
  }

  private static void compare(
      String what, String expected, Repository repository, String name, List<String> wrong)
      throws IOException {
    Ref found = repository.exactRef(name);
    String at = found == null || found.getObjectId() == null ? "" : found.getObjectId().name();
    if (!at.equals(expected)) {
      wrong.add(what + " is " + (at.isEmpty() ? "missing" : "at " + at) + ", not at " + expected);
    }
  }

  /** Follows everything from every reference: an object that is missing ends it. */
  private static long walked(Repository repository) throws IOException {
    try (ObjectWalk walk = new ObjectWalk(repository)) {
      for (Ref ref : repository.getRefDatabase().getRefs()) {
        ObjectId object = ref.getObjectId();
        if (object != null) {
          walk.markStart(walk.parseAny(object));
        }
      }
      walk.checkConnectivity();
    }
    try (ObjectWalk walk = new ObjectWalk(repository)) {
      for (Ref ref : repository.getRefDatabase().getRefs()) {
        ObjectId object = ref.getObjectId();
        if (object != null) {
          walk.markStart(walk.parseAny(object));
        }
      }
      long objects = 0;
      while (walk.next() != null) {
        objects++;
      }
      while (walk.nextObject() != null) {
        objects++;
      }
      return objects;
    }
  }
}
