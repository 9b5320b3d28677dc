package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredObject;
import dev.interlock.recovery.filestore.AttachmentFile;
import dev.interlock.recovery.filestore.Filestores;
import dev.interlock.recovery.store.SealedStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A store with backups in it; a manifest is a word, and the backup it stands for is kept here. */
final class StoreOfBackups {

  final BackupStore store;
  private final @Nullable SealingKey key;
  private final Map<String, Backup> manifests = new HashMap<>();

  StoreOfBackups(BackupStore store) {
    this(store, null);
  }

  /** The same, but lists are sealed with a key. */
  StoreOfBackups(BackupStore store, @Nullable SealingKey key) {
    this.store = store;
    this.key = key;
  }

  Optional<Backup> read(byte[] manifest) {
    return Optional.ofNullable(manifests.get(new String(manifest, StandardCharsets.UTF_8)));
  }

  /** A whole backup of files with these contents. */
  BackupId add(String environment, String point, @Nullable Instant until, String... contents) {
    BackupId id = addWithoutManifest(environment, point, until, contents);
    finish(id, Instant.parse(point), until);
    return id;
  }

  BackupId addWithoutManifest(
      String environment, String point, @Nullable Instant until, String... contents) {
    BackupId id = new BackupId(environment, point.replace("-", "").replace(":", ""));
    TreeSet<AttachmentFile> files = new TreeSet<>((a, b) -> a.name().compareTo(b.name()));
    put(id.prefix() + "database.dump", "dump of " + point, until);
    for (String content : contents) {
      files.add(file(content));
      put(file(content).inStore(), content, until);
    }
    put(
        key == null ? store : new SealedStore(store, key),
        id.prefix() + StoreLayout.FILE_LIST,
        new String(Filestores.text(files), StandardCharsets.US_ASCII),
        until);
    return id;
  }

  void finish(BackupId id, Instant point, @Nullable Instant until) {
    List<Backup.Part> parts;
    try (var objects = store.list(id.prefix())) {
      String digest = "sha256:" + "0".repeat(64);
      parts = objects.map(o -> new Backup.Part(o.name(), o.bytes(), digest)).toList();
    }
    Backup backup =
        new Backup(
            id.environment(),
            id.name(),
            "pg-dump",
            point,
            point,
            null,
            new Backup.Filestore(0, 0, id.prefix() + StoreLayout.FILE_LIST, List.of()),
            parts,
            key == null ? null : key.fingerprint(),
            point);
    manifests.put("manifest of " + id, backup);
    put(id.prefix() + StoreLayout.MANIFEST, "manifest of " + id, until);
  }

  static AttachmentFile file(String content) {
    return Filestores.of(content.getBytes(StandardCharsets.UTF_8));
  }

  StoredObject put(String name, String content, @Nullable Instant until) {
    return put(store, name, content, until);
  }

  private static StoredObject put(
      BackupStore to, String name, String content, @Nullable Instant until) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      return to.put(name, new ByteArrayInputStream(bytes), until);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
