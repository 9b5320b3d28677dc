package dev.interlock.document.reading;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a text before anybody asks what it means. Codes are permanent. */
enum Problem {
  UNREADABLE("DOC001", null),
  TOO_LARGE("DOC002", "split the file, or leave out what is not needed"),
  BAD_ENCODING("DOC003", "save the file as UTF-8"),
  BAD_CHARACTER("DOC004", "is this a text file? remove the character, or write it as an escape"),
  SYNTAX("DOC005", null),
  TAB("DOC006", "replace the tab by spaces"),
  TEMPLATE("DOC007", "render it first, for example with: helm template RELEASE CHART"),
  DUPLICATE_KEY("DOC008", "keep one of the two; the first is used until then"),
  KEY_NOT_TEXT("DOC009", "write the key as plain text, in quotes if it needs them"),
  TOO_DEEP("DOC010", null),
  ALIAS_UNKNOWN("DOC011", "an anchor (&name) must be written before its alias (*name)"),
  ALIAS_RECURSIVE("DOC012", null),
  ALIAS_BOMB("DOC013", "write out what is meant instead of nesting aliases"),
  BAD_MERGE("DOC014", "<< takes an alias of a mapping, or a list of such aliases"),
  NUMBER_TOO_LARGE("DOC015", "put it in quotes if it is meant as text"),
  JSON_COMMENT("DOC016", "remove the comment, or turn the file into YAML"),
  JSON_TRAILING_COMMA("DOC017", "remove the last comma"),
  BAD_TAG_VALUE("DOC018", null),
  MORE("DOC019", "correct the ones above first"),
  MERGE_AFTER_KEY(
      "DOC020", "write << first: which of the two counts differs from tool to tool otherwise"),
  TAGGED_KEY("DOC021", "write the key itself, without a tag");

  /** About a single key or value, or a dialect: what else the text says can be read. */
  private static final Set<Problem> OF_A_PART =
      EnumSet.of(
          DUPLICATE_KEY,
          KEY_NOT_TEXT,
          BAD_MERGE,
          NUMBER_TOO_LARGE,
          JSON_COMMENT,
          JSON_TRAILING_COMMA,
          BAD_TAG_VALUE,
          MERGE_AFTER_KEY,
          TAGGED_KEY);

  private final String code;
  private final @Nullable String hint;

  Problem(String code, @Nullable String hint) {
    this.code = code;
    this.hint = hint;
  }

  Diagnostic at(SourceRef place, String message) {
    return Diagnostic.error(code, place, message).withHint(hint);
  }

  Diagnostic at(SourceRef place, String message, @Nullable String otherHint) {
    return Diagnostic.error(code, place, message).withHint(otherHint);
  }

  /** True when for this nobody can tell what the text, or the rest of it, says. */
  static boolean hidesText(Diagnostic diagnostic) {
    return diagnostic.isError() && OF_A_PART.stream().noneMatch(part -> part.owns(diagnostic));
  }

  boolean owns(Diagnostic diagnostic) {
    return code.equals(diagnostic.code());
  }
}
