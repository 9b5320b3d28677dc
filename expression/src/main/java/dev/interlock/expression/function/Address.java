package dev.interlock.expression.function;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address of IPv4 or IPv6.
 *
 * @param bits {@link #V4} or {@link #V6}
 */
record Address(BigInteger number, int bits) {

  static final int V4 = 32;
  static final int V6 = 128;

  /** The address in a text; null when it is none. */
  static @Nullable Address parse(String text) {
    return text.length() > 45 ? null : text.indexOf(':') < 0 ? v4(text) : v6(text);
  }

  private static @Nullable Address v4(String text) {
    String[] parts = text.split("[.]", -1);
    BigInteger number = BigInteger.ZERO;
    for (String part : parts) {
      int value = number(part, 10, 3);
      if (value < 0 || value > 255 || (part.length() > 1 && part.charAt(0) == '0')) {
        return null;
      }
      number = number.shiftLeft(8).add(BigInteger.valueOf(value));
    }
    return parts.length == 4 ? new Address(number, V4) : null;
  }

  private static @Nullable Address v6(String text) {
    String plain = withoutDots(text);
    int gap = plain.indexOf("::");
    if (gap < 0) {
      return whole(groups(plain));
    }
    List<String> groups = new ArrayList<>(groups(plain.substring(0, gap)));
    List<String> end = groups(plain.substring(gap + 2));
    while (groups.size() + end.size() < 8) {
      groups.add("0");
      if (groups.size() + end.size() == 8) {
        groups.addAll(end);
        return whole(groups);
      }
    }
    return null;
  }

  /** IPv4 at the end of IPv6 written as IPv6. */
  private static String withoutDots(String text) {
    int start = text.lastIndexOf(':') + 1;
    Address end = text.indexOf('.') < 0 ? null : v4(text.substring(start));
    if (end == null) {
      return text;
    }
    int bits = end.number.intValue();
    return text.substring(0, start)
        + Integer.toHexString(bits >>> 16)
        + ":"
        + Integer.toHexString(bits & 0xFFFF);
  }

  private static List<String> groups(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
  }

  private static @Nullable Address whole(List<String> groups) {
    BigInteger number = BigInteger.ZERO;
    for (String group : groups) {
      int value = number(group, 16, 4);
      if (value < 0) {
        return null;
      }
      number = number.shiftLeft(16).add(BigInteger.valueOf(value));
    }
    return groups.size() == 8 ? new Address(number, V6) : null;
  }

  private static int number(String digits, int radix, int most) {
    boolean plain =
        !digits.isEmpty()
            && digits.length() <= most
            && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    return plain ? Integer.parseInt(digits, radix) : -1;
  }

  /** The address so much further on. */
  Address plus(BigInteger more) {
    return new Address(number.add(more), bits);
  }

  @Override
  public String toString() {
    return bits == V4 ? dotted() : colons();
  }

  private String dotted() {
    int n = number.intValue();
    return (n >>> 24) + "." + ((n >>> 16) & 255) + "." + ((n >>> 8) & 255) + "." + (n & 255);
  }

  /** With the longest run of zeros left out, by RFC 5952. */
  private String colons() {
    List<String> groups = new ArrayList<>();
    for (int i = 7; i >= 0; i--) {
      groups.add(Integer.toHexString(number.shiftRight(16 * i).intValue() & 0xFFFF));
    }
    int from = 0;
    int longest = 0;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups.get(end).equals("0")) {
        end++;
      }
      if (end - i > longest) {
        from = i;
        longest = end - i;
      }
    }
    return longest < 2
        ? String.join(":", groups)
        : String.join(":", groups.subList(0, from))
            + "::"
            + String.join(":", groups.subList(from + longest, 8));
  }
}
