package dev.interlock.evidence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of evidence, with the word used in a TrustedKey and the URI used in a statement. */
public enum PredicateKind {
  APPROVAL("approval", Approval.class),
  CHECK("check", CheckResult.class),
  BACKUP("backup", Backup.class),
  DRILL("drill", Drill.class),
  GAME_DAY("game-day", GameDay.class),
  CUSTODY("custody", Custody.class),
  TEST_RUN("test-run", TestRun.class),
  DEPLOYMENT("deployment", Deployment.class),
  INCIDENT("incident", IncidentRegister.class),
  REVIEW("review", Review.class),
  COST("cost", Cost.class),
  DECISION("decision", DecisionRecord.class);

  private static final String BASE = "https://interlock.dev/evidence/";

  private static final Map<Class<?>, PredicateKind> BY_TYPE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PredicateKind::type, k -> k));

  private final String word;
  private final Class<? extends Predicate> type;

  PredicateKind(String word, Class<? extends Predicate> type) {
    this.word = word;
    this.type = type;
  }

  /** The word used in files and on the command line. */
  public String word() {
    return word;
  }

  /** The record that holds what is stated. */
  public Class<? extends Predicate> type() {
    return type;
  }

  /** The {@code predicateType} of an in-toto statement. */
  public String typeUri() {
    return BASE + word + "/v1";
  }

  /**
   * Keys whose absence would read as good news, such as an empty list of open incidents: they must
   * be written even when empty or false.
   */
  public List<String> mustSay() {
    return switch (this) {
      case CHECK -> List.of("violations", "unknown");
      case BACKUP -> List.of("parts");
      case DRILL -> List.of("verified", "processes");
      case GAME_DAY -> List.of("succeeded", "actions");
      case CUSTODY -> List.of("backups");
      case TEST_RUN -> List.of("passed");
      case DEPLOYMENT -> List.of("succeeded");
      case INCIDENT -> List.of("open");
      case REVIEW -> List.of("accepted");
      case DECISION -> List.of("contacts", "evidence");
      case APPROVAL, COST -> List.of();
    };
  }

  /** The kind with that word. */
  public static Optional<PredicateKind> ofWord(String word) {
    for (PredicateKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kind with that type URI. */
  public static Optional<PredicateKind> ofTypeUri(String uri) {
    for (PredicateKind kind : values()) {
      if (kind.typeUri().equals(uri)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * The kinds that whoever wrote a type URI may have meant: one for a version that is not known
   * here, all for a kind that is not known here, none for a type of somebody else.
   */
  public static Set<PredicateKind> meantBy(String uri) {
    if (!uri.startsWith(BASE)) {
      return Set.of();
    }
    String word = uri.substring(BASE.length()).split("/", 2)[0];
    return ofWord(word).map(Set::of).orElse(EnumSet.allOf(PredicateKind.class));
  }

  /** The kind that is held in a record of this type; IllegalArgumentException when none is. */
  public static PredicateKind ofType(Class<? extends Predicate> type) {
    PredicateKind kind = BY_TYPE.get(type);
    if (kind == null) {
      throw new IllegalArgumentException(type + " is no kind of evidence");
    }
    return kind;
  }

  /** The kind of a predicate. */
  public static PredicateKind of(Predicate predicate) {
    return switch (predicate) {
      case Approval _ -> APPROVAL;
      case CheckResult _ -> CHECK;
      case Backup _ -> BACKUP;
      case Drill _ -> DRILL;
      case GameDay _ -> GAME_DAY;
      case Custody _ -> CUSTODY;
      case TestRun _ -> TEST_RUN;
      case Deployment _ -> DEPLOYMENT;
      case IncidentRegister _ -> INCIDENT;
      case Review _ -> REVIEW;
      case Cost _ -> COST;
      case DecisionRecord _ -> DECISION;
    };
  }
}
