package dev.interlock.usecases;

import dev.interlock.document.Doc;
import dev.interlock.evidence.PredicateKind;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of evidence: what it states, which contacts read it, and how one is made. */
public final class ListEvidenceKinds {

  /**
   * One kind.
   *
   * @param states in a sentence
   * @param contacts of the gate that read it; none when it is kept for people
   * @param made the command of the program that makes one
   */
  public record EvidenceKind(
      PredicateKind kind, String states, List<String> contacts, String made) {
    public EvidenceKind {
      contacts = List.copyOf(contacts);
    }
  }

  /** All of them, in the order in which they are declared. */
  public List<EvidenceKind> run() {
    return Stream.of(PredicateKind.values())
        .map(kind -> new EvidenceKind(kind, states(kind), contacts(kind), made(kind)))
        .toList();
  }

  private static String states(PredicateKind kind) {
    Doc doc = kind.type().getAnnotation(Doc.class);
    return doc == null ? kind.word() : doc.value();
  }

  private static List<String> contacts(PredicateKind kind) {
    return switch (kind) {
      case APPROVAL -> List.of("window", "approvals", "segregation");
      case CHECK -> List.of("rules");
      case BACKUP, CUSTODY, GAME_DAY -> List.of();
      case DRILL -> List.of("way-back");
      case TEST_RUN, DEPLOYMENT -> List.of("promotion");
      case INCIDENT -> List.of("incidents");
      case COST -> List.of("money");
      case REVIEW, DECISION -> List.of();
    };
  }

  private static String made(PredicateKind kind) {
    return switch (kind) {
      case APPROVAL -> "approve CHANGE";
      case DECISION -> "gate CHANGE --record LEDGER";
      case BACKUP -> "backup run";
      case CUSTODY -> "backup prune --apply";
      case CHECK, DRILL, GAME_DAY, TEST_RUN, DEPLOYMENT, INCIDENT, REVIEW, COST ->
          "evidence new " + kind.word();
    };
  }
}
