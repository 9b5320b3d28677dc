package dev.interlock.server.console;

import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Moment;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.server.console.EvidencePage.Item;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.ServerLedger;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Evidence, whether it counts, and what is needed to verify the ledger without this server. */
@Controller
class EvidenceController {

  private static final int MOST_SHOWN = 200;

  private final SharedEvidence evidence;
  private final ServerLedger ledger;
  private final LedgerTail tail;
  private final Shells shells;
  private final InstantSource clock;

  EvidenceController(
      SharedEvidence evidence,
      ServerLedger ledger,
      LedgerTail tail,
      Shells shells,
      InstantSource clock) {
    this.evidence = evidence;
    this.ledger = ledger;
    this.tail = tail;
    this.shells = shells;
    this.clock = clock;
  }

  @GetMapping("/evidence")
  ModelAndView evidence(HttpServletRequest request, SignedIn by) {
    List<EvidenceItem> all = evidence.at(clock.instant());
    List<Item> items =
        all.stream()
            .sorted(Comparator.comparing(EvidenceController::stated).reversed())
            .limit(MOST_SHOWN)
            .map(EvidenceController::item)
            .toList();
    boolean reads = by.has(AccountRole.AUDITOR) || by.has(AccountRole.ADMINISTRATOR);
    EvidencePage page =
        new EvidencePage(
            shells.of("Evidence", "/evidence", request), items, all.size(), ledger(reads));
    return new ModelAndView("evidence", "page", page);
  }

  private static Instant stated(EvidenceItem item) {
    Predicate says = item.predicate();
    return says == null ? Instant.MIN : says.at();
  }

  private static Item item(EvidenceItem item) {
    Predicate says = item.predicate();
    return new Item(
        says == null ? "" : Moment.utc(says.at()),
        says == null ? "unreadable" : PredicateKind.of(says).word(),
        item.file(),
        item.digest(),
        item.trusted() ? Signal.GOOD : Signal.UNKNOWN,
        switch (item.standing()) {
          case Standing.Trusted(String key, _) -> "counts, signed by key " + key;
          case Standing.Untrusted(_, String message, _) -> message;
        });
  }

  private EvidencePage.Ledger ledger(boolean reads) {
    var kept = ledger.ledger();
    SignedCheckpoint newest = kept.checkpoint();
    return new EvidencePage.Ledger(
        kept.origin(),
        newest.checkpoint().size(),
        newest.note(),
        ledger.key().verificationKey().toPem(),
        reads ? tail.of(newest.checkpoint().size()) : List.of());
  }
}
