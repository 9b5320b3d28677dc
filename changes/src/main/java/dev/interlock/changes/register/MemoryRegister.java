package dev.interlock.changes.register;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.ChangeRegister;
import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A register in memory. */
public final class MemoryRegister implements ChangeRegister {

  private final List<RecordedEvent> events = new ArrayList<>();
  private final Map<String, Head> heads = new HashMap<>();
  private final Map<String, Bytes> contents = new HashMap<>();
  private final Map<Key, Used> keys = new HashMap<>();

  private record Key(String account, String key) {}

  @Override
  public synchronized RecordedEvent append(NewEvent event, Collection<Bytes> files) {
    NewEvent.Retry retry = event.retry();
    Key key = retry == null ? null : new Key(event.account(), retry.key());
    Used used = key == null ? null : keys.get(key);
    if (retry != null && used != null) {
      return used.event(retry);
    }
    RegisterEvent says = event.says();
    Head head = says.change() == null ? Head.NONE : heads.getOrDefault(says.change(), Head.NONE);
    int version = head.after(says, event.seen());
    RecordedEvent recorded =
        new RecordedEvent(events.size() + 1L, version, says, event.account(), event.at());
    files.forEach(file -> contents.put(ChangeDigest.sha256(file.toArray()), file));
    events.add(recorded);
    if (says.change() != null) {
      heads.put(says.change(), new Head(version, closes(says)));
    }
    if (retry != null && key != null) {
      keys.put(key, new Used(retry.fingerprint(), recorded));
    }
    return recorded;
  }

  private static boolean closes(RegisterEvent event) {
    return event instanceof RegisterEvent.Withdrawn || event instanceof RegisterEvent.CarriedOut;
  }

  @Override
  public synchronized long position() {
    return events.size();
  }

  @Override
  public synchronized List<RecordedEvent> after(long position, int limit) {
    int from = (int) Math.min(position, events.size());
    return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
  }

  @Override
  public synchronized Map<String, Bytes> contents(Collection<String> hashes) {
    Map<String, Bytes> found = new HashMap<>();
    for (String hash : hashes) {
      Bytes content = contents.get(hash);
      if (content == null) {
        throw new Fault(RegisterCode.UNREADABLE.code(), "the register lost the file " + hash);
      }
      found.put(hash, content);
    }
    return found;
  }
}
