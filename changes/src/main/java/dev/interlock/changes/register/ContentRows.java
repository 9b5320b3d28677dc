package dev.interlock.changes.register;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.RegisterCode;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The files that events name, each kept once. */
final class ContentRows {

  private ContentRows() {}

  static void insert(Handle handle, Collection<Bytes> files) {
    if (files.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("insert into changes.content values (?, ?) on conflict do nothing");
    for (Bytes file : Set.copyOf(files)) {
      byte[] data = file.toArray();
      batch.bind(0, HexFormat.of().parseHex(ChangeDigest.sha256(data))).bind(1, data).add();
    }
    batch.execute();
  }

  static Map<String, Bytes> read(Handle handle, Collection<String> hashes) {
    Map<String, Bytes> found = new HashMap<>();
    if (hashes.isEmpty()) {
      return found;
    }
    Set<String> wanted = new HashSet<>(hashes);
    handle
        .createQuery(
            """
            select encode(sha256, 'hex'), data from changes.content
            where sha256 in (select decode(hex, 'hex') from unnest(:hashes) as hex)
            """)
        .bindArray("hashes", String.class, wanted)
        .map((row, context) -> Map.entry(row.getString(1), Bytes.of(row.getBytes(2))))
        .forEach(file -> found.put(file.getKey(), file.getValue()));
    wanted.removeAll(found.keySet());
    if (!wanted.isEmpty()) {
      throw new Fault(
          RegisterCode.UNREADABLE.code(), "the register lost " + wanted.size() + " files");
    }
    return found;
  }
}
