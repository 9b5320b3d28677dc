package dev.interlock.ledger.json;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON document without mercy: UTF-8 only, no duplicate keys, no text after the document,
 * no lone surrogates, bounded size and depth. Unknown keys are the caller's choice ({@link #skip}).
 */
public final class StrictJson {

  /** Largest document in bytes; fits an envelope around the largest statement. */
  public static final int MAX_BYTES = 16 << 20;

  private static final int MAX_DEPTH = 64;
  private static final char REPLACEMENT = '\uFFFD';

  private final String text;
  private final JsonParser parser;
  private final LedgerError error;

  private StrictJson(String text, LedgerError error) {
    this.text = text;
    this.error = error;
    this.parser = Factory.INSTANCE.createParser(ObjectReadContext.empty(), text);
  }

  /** Reads the members of what must be an object at the top. */
  public interface Members {
    /** Called with the parser on the member's value, which it must read or skip. */
    void member(String name, StrictJson json);
  }

  /**
   * Reads a document whose top is an object.
   *
   * @param error what to throw with when the document is not what was expected
   */
  public static void readObject(byte[] utf8, LedgerError error, Members members) {
    if (utf8.length > MAX_BYTES) {
      throw new LedgerException(error, "larger than " + MAX_BYTES + " bytes");
    }
    StrictJson json = new StrictJson(decode(utf8, error), error);
    json.guarded(() -> {
      json.parser.nextToken();
      json.object(members);
      if (json.parser.nextToken() != null) {
        throw json.bad("there is text after the end of the document");
      }
    });
  }

  /** The object at hand. */
  public void object(Members members) {
    expect(JsonToken.START_OBJECT, "an object");
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = wellFormed(parser.currentName());
      parser.nextToken();
      members.member(name, this);
    }
  }

  /** The array at hand, element by element. */
  public void array(Consumer<StrictJson> element) {
    expect(JsonToken.START_ARRAY, "an array");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.accept(this);
    }
  }

  /** The string at hand. */
  public String string() {
    expect(JsonToken.VALUE_STRING, "a string");
    return wellFormed(parser.getString());
  }

  /** Passes over the value at hand, whatever it is. */
  public void skip() {
    parser.skipChildren();
  }

  /** The source text of the object at hand, character by character. */
  public String rawObject() {
    expect(JsonToken.START_OBJECT, "an object");
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    int to = (int) parser.currentTokenLocation().getCharOffset() + 1;
    return text.substring(from, to);
  }

  /** What to throw when a value is of the right type but wrong. */
  public LedgerException bad(String why) {
    var at = parser.currentTokenLocation();
    return new LedgerException(
        error, "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + why);
  }

  private void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw bad("expected " + what + place());
    }
  }

  private String place() {
    String name = parser.currentName();
    return name == null ? "" : " as the value of \"" + name + "\"";
  }

  private String wellFormed(String value) {
    if (hasLoneSurrogate(value)) {
      throw bad("a surrogate without its partner");
    }
    return value;
  }

  private static boolean hasLoneSurrogate(String value) {
    int i = 0;
    while (i < value.length()) {
      int codePoint = value.codePointAt(i);
      if (Character.getType(codePoint) == Character.SURROGATE) {
        return true;
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }

  private void guarded(Runnable reading) {
    try {
      reading.run();
    } catch (JacksonException e) {
      var at = e.getLocation();
      String where =
          at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
      throw new LedgerException(error, where + e.getOriginalMessage(), e);
    }
  }

  private static String decode(byte[] utf8, LedgerError error) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(utf8, error);
  }

  /** Tells a replacement character that was written from one that stands for broken bytes. */
  private static String decodeStrictly(byte[] utf8, LedgerError error) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new LedgerException(error, "not UTF-8 text", e);
    }
  }

  /** Made when the first document is read, not when the program starts. */
  private static final class Factory {
    static final JsonFactory INSTANCE =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_BYTES)
                    .build())
            .build();
  }
}
