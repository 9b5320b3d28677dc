package dev.interlock.ledger.json;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Statement;
import dev.interlock.ledger.Statement.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of an in-toto Statement v1, and what makes one well-formed. */
public final class StatementJson {

  private static final int MAX_SUBJECTS = 10_000;

  /** Hex digits of the digests whose length is known. */
  private static final Map<String, Integer> DIGITS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128, "sha1", 40);

  private @Nullable String type;
  private @Nullable List<Subject> subjects;
  private @Nullable String predicateType;
  private String predicate = "{}";

  private StatementJson() {}

  /** Reads a statement. */
  public static Statement read(byte[] utf8) {
    StatementJson statement = new StatementJson();
    StrictJson.readObject(utf8, LedgerError.BAD_STATEMENT, statement::member);
    String type = required("_type", statement.type);
    if (!type.equals(Statement.TYPE)) {
      throw bad("\"_type\" is " + type + ", expected " + Statement.TYPE);
    }
    return new Statement(
        required("subject", statement.subjects),
        required("predicateType", statement.predicateType),
        Bytes.utf8(statement.predicate));
  }

  /** Writes a statement. */
  public static Bytes write(Statement statement) {
    StringBuilder out = new StringBuilder(statement.predicate().length() + 512);
    out.append("{\"_type\":\"").append(Statement.TYPE).append("\",\"subject\":[");
    String separator = "";
    for (Subject subject : statement.subjects()) {
      write(subject, out.append(separator));
      separator = ",";
    }
    out.append("],\"predicateType\":");
    JsonText.quote(out, statement.predicateType());
    out.append(",\"predicate\":").append(statement.predicate().utf8());
    return Bytes.utf8(out.append('}').toString());
  }

  /** Checks a whole statement. */
  public static void check(List<Subject> subjects, String predicateType, Bytes predicate) {
    if (subjects.isEmpty() || subjects.size() > MAX_SUBJECTS) {
      throw bad("a statement has between 1 and " + MAX_SUBJECTS + " subjects");
    }
    if (predicateType.isBlank()) {
      throw bad("\"predicateType\" is empty");
    }
    StrictJson.readObject(
        predicate.toArray(), LedgerError.BAD_STATEMENT, (name, value) -> value.skip());
  }

  /** Checks the digests of one subject. */
  public static void check(Map<String, String> digest) {
    if (digest.isEmpty()) {
      throw bad("a subject has no digest");
    }
    digest.forEach((algorithm, value) -> {
      int digits = DIGITS.getOrDefault(algorithm, value.length());
      if (value.isEmpty() || value.length() != digits || !isLowerHex(value)) {
        throw bad("the " + algorithm + " digest is not " + digits + " lower-case hex digits");
      }
    });
  }

  private static boolean isLowerHex(String value) {
    return value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static void write(Subject subject, StringBuilder out) {
    out.append('{');
    if (subject.name() != null) {
      JsonText.quote(out.append("\"name\":"), subject.name()).append(',');
    }
    out.append("\"digest\":{");
    String separator = "";
    for (Map.Entry<String, String> digest : subject.digest().entrySet()) {
      JsonText.quote(out.append(separator), digest.getKey()).append(':');
      JsonText.quote(out, digest.getValue());
      separator = ",";
    }
    out.append("}}");
  }

  private void member(String name, StrictJson json) {
    switch (name) {
      case "_type" -> type = json.string();
      case "subject" -> subjects = subjects(json);
      case "predicateType" -> predicateType = json.string();
      case "predicate" -> predicate = json.rawObject();
      default -> json.skip();
    }
  }

  private static List<Subject> subjects(StrictJson json) {
    List<Subject> read = new ArrayList<>();
    json.array(element -> {
      if (read.size() == MAX_SUBJECTS) {
        throw json.bad("more than " + MAX_SUBJECTS + " subjects");
      }
      read.add(subject(element));
    });
    return read;
  }

  private static Subject subject(StrictJson json) {
    String[] subjectName = new String[1];
    Map<String, String> digest = new LinkedHashMap<>();
    json.object((name, in) -> {
      switch (name) {
        case "name" -> subjectName[0] = in.string();
        case "digest" -> in.object((algorithm, value) -> digest.put(algorithm, value.string()));
        default -> in.skip();
      }
    });
    return new Subject(subjectName[0], digest);
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw bad("\"" + name + "\" is missing");
    }
    return value;
  }

  private static LedgerException bad(String why) {
    return new LedgerException(LedgerError.BAD_STATEMENT, why);
  }
}
