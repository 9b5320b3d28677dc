package dev.interlock.ledger;

import dev.interlock.ledger.json.StatementJson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An in-toto Statement v1: something is stated about subjects that are known by their digests.
 *
 * @param subjects at least one, each with at least one digest
 * @param predicateType URI of what is stated
 * @param predicate what is stated: one JSON object, kept byte for byte
 */
public record Statement(List<Subject> subjects, String predicateType, Bytes predicate) {

  /** The {@code _type} of every statement. */
  public static final String TYPE = "https://in-toto.io/Statement/v1";

  /**
   * What is spoken about. Subjects are matched by digest alone; names are for people.
   *
   * @param name or null
   * @param digest algorithm ({@code sha256}, {@code gitCommit} …) to lower-case hex; not empty
   */
  public record Subject(@Nullable String name, Map<String, String> digest) {

    /** Copies the digests in alphabetical order, so that printing is deterministic. */
    public Subject {
      digest = Collections.unmodifiableMap(new TreeMap<>(digest));
      StatementJson.check(digest);
    }

    /** A subject with a SHA-256 digest in lower-case hex. */
    public static Subject sha256(String name, String hex) {
      return new Subject(name, Map.of("sha256", hex));
    }
  }

  /** Copies the subjects; the predicate must be a JSON object. */
  public Statement {
    subjects = List.copyOf(subjects);
    StatementJson.check(subjects, predicateType, predicate);
  }

  /**
   * Reads a statement strictly: duplicate keys, wrong types and malformed digests are refused,
   * unknown keys are ignored as the specification asks, an absent predicate is an empty object.
   *
   * @throws LedgerException BAD_STATEMENT with line and column
   */
  public static Statement parse(byte[] json) {
    return StatementJson.read(json);
  }

  /** The statement on one line; the same statement always gives the same bytes. */
  public Bytes toJson() {
    return StatementJson.write(this);
  }
}
