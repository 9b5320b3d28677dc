package dev.interlock.server.api;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.Ledger;
import dev.interlock.usecases.PackEntries;
import dev.interlock.usecases.ServerLedger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The ledger: entries, and everything that is needed to verify them without this server. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerApi {

  private static final int MOST = 1_000;

  private final ServerLedger server;

  LedgerApi(ServerLedger server) {
    this.server = server;
  }

  /** What the ledger is and how far it goes; {@code key} verifies its checkpoints. */
  record LedgerView(String origin, long size, String key) {}

  /** One entry, a DSSE envelope as text. */
  record EntryView(long index, String content) {}

  /** Entries from one on; {@code size} of the ledger at that moment. */
  record EntryPage(List<EntryView> items, long size) {}

  /** That the tree of one size continues that of a smaller one: hashes in base64. */
  record ConsistencyView(long from, long to, List<String> path) {}

  @GetMapping
  LedgerView ledger() {
    Ledger ledger = server.ledger();
    return new LedgerView(ledger.origin(), ledger.size(), server.key().verificationKey().toPem());
  }

  @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
  byte[] checkpoint() {
    return server.ledger().checkpoint().note().getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping("/entries")
  EntryPage entries(
      @RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = "100") int limit) {
    long size = server.ledger().size();
    List<EntryView> entries = new ArrayList<>();
    long first = Math.max(0, from);
    for (long i = first; i < Math.min(size, first + Math.clamp(limit, 1, MOST)); i++) {
      entries.add(new EntryView(i, server.ledger().read(i).utf8()));
    }
    return new EntryPage(entries, size);
  }

  @GetMapping(path = "/entries/{index}", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] entry(@PathVariable long index) {
    return server.ledger().read(known(index)).toArray();
  }

  /** That the entry is in the ledger, as C2SP tlog-proof. */
  @GetMapping(path = "/entries/{index}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
  byte[] proof(@PathVariable long index) {
    return EntryProof.of(server.ledger(), known(index)).write().toArray();
  }

  @GetMapping("/consistency")
  ConsistencyView consistency(@RequestParam long from, @RequestParam long to) {
    if (from < 0 || from > to || to > server.ledger().size()) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "expected 0 ≤ from ≤ to ≤ " + server.ledger().size());
    }
    return new ConsistencyView(
        from,
        to,
        server.ledger().consistency(from, to).path().stream().map(Bytes::base64).toList());
  }

  /** Entries with their proofs in one ZIP; {@code interlock ledger verify} checks it. */
  @GetMapping("/pack")
  ResponseEntity<byte[]> pack(@RequestParam List<Long> entries) {
    byte[] pack = new PackEntries().run(server.ledger(), server.key().verificationKey(), entries);
    return DecisionApi.download("evidence.zip", "application/zip", pack);
  }

  private long known(long index) {
    if (index < 0 || index >= server.ledger().size()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no entry " + index);
    }
    return index;
  }
}
