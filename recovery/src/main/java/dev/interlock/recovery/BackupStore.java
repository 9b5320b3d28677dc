package dev.interlock.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where backups lie: objects with names ({@link StoreLayout}), whole or not at all, never replaced,
 * and not removed before their time. May be used by several threads at once.
 *
 * <p>Names have the form that {@link StoreLayout#requireName} tells; another one is an {@link
 * IllegalArgumentException}. What fails in the store is a {@link dev.interlock.finding.Fault}.
 */
public interface BackupStore {

  /** Where it is, as a message names it. */
  String place();

  /**
   * Stores an object. It is there when this returns, whatever happens then, and never in part.
   *
   * @param immutableUntil until when nobody may remove it; null when anybody may
   * @return what lies there now; for a shared file that was there already, that file
   * @throws IOException when the content can't be read; nothing is stored
   * @throws dev.interlock.finding.Fault PROTECTED when an object of this name is there, unless it
   *     is a shared file, which its name says everything about: then nothing is done
   */
  StoredObject put(String name, InputStream content, @Nullable Instant immutableUntil)
      throws IOException;

  /**
   * The content of an object, from its beginning; reading it may end in a fault.
   *
   * @throws dev.interlock.finding.Fault BACKUP_DAMAGED when it is not there, BACKUP_ARCHIVED when
   *     it is not at hand
   */
  InputStream open(String name);

  /**
   * The object as a file of this machine that programs can read in several places at once; nobody
   * writes into it. Empty where it lies elsewhere or in another form than {@link #open} gives it.
   *
   * @throws dev.interlock.finding.Fault BACKUP_DAMAGED when it is not there
   */
  default Optional<Path> file(String name) {
    return Optional.empty();
  }

  /** How many bytes {@link #open} gives; empty when there is no such object. */
  OptionalLong size(String name);

  /** How many objects are best read at the same time; more for those who answer from far away. */
  default int readers() {
    return Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  }

  /** All objects whose names begin so, sorted by name; to be closed. */
  Stream<Listed> list(String prefix);

  /**
   * Makes an object immutable until then, or leaves it when it is for longer.
   *
   * @throws dev.interlock.finding.Fault BACKUP_DAMAGED when it is not there
   */
  void protect(String name, Instant until);

  /**
   * Removes an object.
   *
   * @return false when there was none
   * @throws dev.interlock.finding.Fault PROTECTED while it is immutable
   */
  boolean delete(String name);

  /**
   * Lets the store itself hold an object back from everybody until {@link #letGo}, where it has
   * such holds; others do nothing. What Interlock knows of a hold stands in records of its own.
   *
   * @return why a store that has such holds does not set this one; empty when nothing is wrong
   */
  default Optional<String> hold(String name) {
    return Optional.empty();
  }

  /**
   * Ends what {@link #hold} set; nothing when it is not set.
   *
   * @throws dev.interlock.finding.Fault STORE_FAILED when it can't be ended
   */
  default void letGo(String name) {}

  /**
   * What the store does with objects by itself; nothing where it is a folder.
   *
   * @throws dev.interlock.finding.Fault STORE_FAILED when it does not answer
   */
  default StoreRules rules() {
    return StoreRules.none(place());
  }

  /**
   * Takes a share in the store, or all of it: who makes or restores a backup shares it with others,
   * who removes needs it alone. A process that ends gives it back.
   *
   * @throws dev.interlock.finding.Fault PROTECTED when it can't be had now
   */
  Lease lease(Access access);

  /**
   * True while somebody has a share in the store, and when nobody can tell. Who may only read the
   * store is not seen.
   */
  boolean inUse();

  /** With whom the store is used at the same time. */
  enum Access {
    /** With others who do not remove. */
    TOGETHER,
    /** With nobody. */
    ALONE
  }

  /** A share in the store; closing gives it back. */
  interface Lease extends AutoCloseable {

    /**
     * False when the store may only be read: nobody else learns that it is used, so that what is
     * read may be removed meanwhile.
     */
    default boolean protects() {
      return true;
    }

    @Override
    void close();
  }

  /**
   * An object as a listing tells it.
   *
   * @param bytes its size as it lies there
   * @param immutableUntil until when it can't be removed; null when it can
   */
  record Listed(String name, long bytes, @Nullable Instant immutableUntil) {}
}
