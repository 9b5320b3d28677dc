package dev.interlock.guardrails.cel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression becomes when it is compiled, roughly: {@code (a{100}){100}} is
 * written out ten thousand times. RE2's own limit is looked at when that has happened.
 */
final class PatternSize {

  private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?\\}");
  private static final long LARGEST = Integer.MAX_VALUE;

  private PatternSize() {}

  /** Steps of the compiled expression, roughly. */
  static long of(String pattern) {
    Deque<Long> outer = new ArrayDeque<>();
    Matcher repeat = REPEAT.matcher(pattern);
    long size = 0;
    long last = 0;
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      int width = 1;
      if (c == '(') {
        outer.push(size);
        size = 0;
        last = 0;
      } else if (c == ')' && !outer.isEmpty()) {
        last = size + 1;
        size = Math.min(LARGEST, outer.pop() + last);
      } else if (c == '{' && repeat.region(i, pattern.length()).lookingAt()) {
        long times = times(repeat);
        size = Math.min(LARGEST, size - last + last * times);
        last = Math.min(LARGEST, last * times);
        width = repeat.end() - i;
      } else {
        width = c == '\\' ? 2 : 1;
        last = 1;
        size++;
      }
      i += width;
    }
    return size + outer.stream().mapToLong(Long::longValue).sum();
  }

  private static long times(Matcher repeat) {
    String most = repeat.group(2);
    return Long.parseLong(most == null || most.isEmpty() ? repeat.group(1) : most);
  }
}
