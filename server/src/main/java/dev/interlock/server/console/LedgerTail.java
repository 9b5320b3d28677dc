package dev.interlock.server.console;

import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Ledger;
import dev.interlock.ledger.Statement;
import dev.interlock.server.console.EvidencePage.Entry;
import dev.interlock.usecases.ServerLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** What the newest entries of the ledger state; entries never change, so each is read once. */
@Component
final class LedgerTail {

  private static final int ENTRIES = 20;
  private static final int MOST_KEPT = 1_000;

  private final Ledger ledger;
  private final ConcurrentMap<Long, Entry> known = new ConcurrentHashMap<>();

  LedgerTail(ServerLedger server) {
    this.ledger = server.ledger();
  }

  /** The newest of so many entries, the last one first. */
  List<Entry> of(long size) {
    if (known.size() > MOST_KEPT) {
      known.clear();
    }
    List<Entry> entries = new ArrayList<>();
    for (long index = size - 1; index >= Math.max(0, size - ENTRIES); index--) {
      entries.add(known.computeIfAbsent(index, this::read));
    }
    return entries;
  }

  private Entry read(long index) {
    Envelope envelope = Envelope.parse(ledger.read(index).toArray());
    return EntryWords.of(index, Statement.parse(envelope.payload().toArray()));
  }
}
