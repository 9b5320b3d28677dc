package dev.interlock.recovery.store;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a store: each object is a file that its owner may only read. Until when it is
 * immutable stands in a hidden file beside it, so that a copy of the folder made with any tool
 * keeps it. A folder is a store only after {@link #create}: where a disk is not mounted, an empty
 * folder is found, and backups must not go there.
 */
public final class FolderStore implements BackupStore {

  private final FolderPaths paths;
  private final Incoming incoming;
  private final FolderLeases leases;
  private final InstantSource clock;

  FolderStore(Path root, InstantSource clock) {
    this.paths = new FolderPaths(root);
    this.incoming = new Incoming(root.resolve(FolderMark.INCOMING));
    this.leases = new FolderLeases(root.toString(), root.resolve(FolderMark.LEASES));
    this.clock = clock;
  }

  /** Makes a folder a store, or opens the one that it is. */
  public static FolderStore create(Path folder, InstantSource clock) {
    FolderMark.set(folder);
    return open(folder, clock);
  }

  /**
   * The store in a folder, with what killed writers left removed.
   *
   * @throws Fault STORE_FAILED when there is none
   */
  public static FolderStore open(Path folder, InstantSource clock) {
    FolderStore store = new FolderStore(FolderMark.require(folder), clock);
    store.sweepIfPossible();
    return store;
  }

  /**
   * What can't be removed is no harm: a store on a disk that may only be read can be restored from.
   */
  private void sweepIfPossible() {
    try {
      incoming.sweep();
    } catch (IOException e) {
      return;
    }
  }

  /** Removes what killed writers left, and tells how many files that were. */
  public int sweep() {
    try {
      return incoming.sweep();
    } catch (IOException e) {
      throw StoreFaults.store(place(), "remove what was left unfinished", e);
    }
  }

  @Override
  public String place() {
    return paths.root().toString();
  }

  @Override
  public StoredObject put(String name, InputStream content, @Nullable Instant immutableUntil)
      throws IOException {
    Path target = prepare(name);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return there(name, target, immutableUntil);
    }
    extend(target, immutableUntil);
    try {
      return incoming.receive(name, target, content);
    } catch (FileAlreadyExistsException e) {
      if (!target.toString().equals(e.getFile())) {
        throw e;
      }
      return there(name, target, immutableUntil);
    }
  }

  private Path prepare(String name) {
    try {
      return paths.make(StoreLayout.requireName(name));
    } catch (IOException e) {
      throw StoreFaults.store(place(), "write " + name, e);
    }
  }

  private StoredObject there(String name, Path file, @Nullable Instant immutableUntil) {
    if (!StoreLayout.isShared(name)) {
      throw StoreFaults.refused(place(), name, "is there already and is never replaced");
    }
    extend(file, immutableUntil);
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      Sha256 digest = new Sha256();
      return new StoredObject(name, digest.updateAll(in), digest.text());
    } catch (IOException e) {
      throw StoreFaults.store(file.toString(), "read", e);
    }
  }

  private static void extend(Path file, @Nullable Instant until) {
    try {
      if (until != null) {
        Untils.extend(file, until);
      }
    } catch (IOException e) {
      throw StoreFaults.store(file.toString(), "make immutable", e);
    }
  }

  @Override
  public InputStream open(String name) {
    try {
      return Files.newInputStream(lying(name), LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      throw StoreFaults.absent(place(), name);
    } catch (IOException e) {
      throw StoreFaults.store(place(), "read " + name, e);
    }
  }

  @Override
  public Optional<Path> file(String name) {
    return Optional.of(lying(name));
  }

  private Path lying(String name) {
    try {
      Path file = paths.of(StoreLayout.requireName(name));
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw StoreFaults.absent(place(), name);
      }
      return file;
    } catch (FolderPaths.Linked e) {
      throw StoreFaults.damaged(place(), name, String.valueOf(e.getReason()));
    } catch (IOException e) {
      throw StoreFaults.store(place(), "read " + name, e);
    }
  }

  @Override
  public OptionalLong size(String name) {
    try {
      Path file = paths.of(StoreLayout.requireName(name));
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() ? OptionalLong.of(attributes.size()) : OptionalLong.empty();
    } catch (NoSuchFileException | FolderPaths.Linked e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw StoreFaults.store(place(), "read " + name, e);
    }
  }

  @Override
  public Stream<Listed> list(String prefix) {
    return FolderListing.of(paths.root(), prefix);
  }

  @Override
  public void protect(String name, Instant until) {
    if (size(name).isEmpty()) {
      throw StoreFaults.absent(place(), name);
    }
    extend(prepare(name), until);
  }

  @Override
  public boolean delete(String name) {
    try {
      Path file = paths.of(StoreLayout.requireName(name));
      Instant until = Untils.read(file);
      if (until != null && until.isAfter(clock.instant())) {
        throw StoreFaults.refused(place(), name, "can't be removed before " + shown(until));
      }
      boolean deleted = Files.deleteIfExists(file);
      Files.deleteIfExists(Untils.beside(file));
      if (deleted && !StoreLayout.isShared(name)) {
        // Manifests go first: a power cut must not bring one back when what it needs is gone.
        Posix.sync(FolderPaths.parent(file));
      }
      return deleted;
    } catch (IOException e) {
      throw StoreFaults.store(place(), "remove " + name, e);
    }
  }

  private static String shown(Instant until) {
    return until.equals(Instant.MAX)
        ? "somebody has repaired the hidden file beside it that says until when"
        : until.toString();
  }

  @Override
  public boolean inUse() {
    return leases.inUse();
  }

  @Override
  public Lease lease(Access access) {
    return leases.take(access);
  }
}
