package dev.interlock.usecases.spool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts that many findings share, by number: each is kept once, and read back as the same object.
 * When that has become much, further ones are written out each time.
 */
final class RepeatedTexts {

  private static final int MOST = 20_000;
  private static final int MOST_CHARS = 4_000_000;
  private static final int LONGEST = 10_000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int chars;

  void write(String text, RecordOutput out) {
    Integer known = numbers.get(text);
    if (known == null && hasRoom(text)) {
      known = take(text);
    }
    if (known == null) {
      out.number(0);
      out.text(text);
    } else {
      out.number(known);
    }
  }

  void writeOrNull(@Nullable String text, RecordOutput out) {
    out.flag(text != null);
    if (text != null) {
      write(text, out);
    }
  }

  String read(RecordInput in) {
    int number = (int) in.number();
    return number == 0 ? in.text() : texts.get(number - 1);
  }

  @Nullable String readOrNull(RecordInput in) {
    return in.flag() ? read(in) : null;
  }

  private boolean hasRoom(String text) {
    return texts.size() < MOST && text.length() <= LONGEST && chars + text.length() <= MOST_CHARS;
  }

  private int take(String text) {
    texts.add(text);
    chars += text.length();
    numbers.put(text, texts.size());
    return texts.size();
  }
}
