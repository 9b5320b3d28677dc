package dev.interlock.expression.function;

import dev.interlock.expression.function.Picture.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** .NET's custom formats of numbers: pictures such as {@code #,##0.00;(#,##0.00);none}. */
final class NumberPicture {

  private NumberPicture() {}

  /** A number in a picture, or in the one of its sign. */
  static String format(BigDecimal amount, String text) {
    List<String> sections = Picture.sections(text);
    boolean own = amount.signum() < 0 && sections.size() > 1 && !sections.get(1).isEmpty();
    int section = own ? 1 : amount.signum() == 0 && sections.size() > 2 ? 2 : 0;
    return text(own ? amount.abs() : amount, new Picture(sections.get(section)));
  }

  private static String text(BigDecimal amount, Picture picture) {
    BigDecimal rounded =
        amount
            .movePointRight(picture.shift())
            .setScale(Picture.slots(picture.decimals()), RoundingMode.HALF_UP);
    String plain = rounded.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = (point < 0 ? plain : plain.substring(0, point)).replaceFirst("^0+", "");
    String rest = point < 0 ? "" : plain.substring(point + 1);
    return (rounded.signum() < 0 ? "-" : "")
        + whole(whole, picture)
        + decimals(rest, picture.decimals());
  }

  /** The slots take digits from the right; those left over stand in the first slot. */
  private static String whole(String number, Picture picture) {
    List<Part> parts = picture.whole().reversed();
    int least = Picture.least(parts);
    int slots = Picture.slots(parts);
    String digits = "0".repeat(Math.max(0, least - number.length())) + number;
    List<String> out = new ArrayList<>();
    int written = 0;
    for (Part part : parts) {
      if (!part.slot()) {
        out.add(part.text());
        continue;
      }
      slots--;
      int end = slots == 0 ? digits.length() : Math.min(digits.length(), written + 1);
      while (written < end) {
        out.add(picture.isGrouped() && written > 0 && written % 3 == 0 ? "," : "");
        out.add(String.valueOf(digits.charAt(digits.length() - ++written)));
      }
    }
    return String.join("", out.reversed());
  }

  private static String decimals(String digits, List<Part> parts) {
    int kept = digits.length();
    while (kept > Picture.least(parts) && digits.charAt(kept - 1) == '0') {
      kept--;
    }
    StringBuilder out = new StringBuilder(kept > 0 ? "." : "");
    int at = 0;
    for (Part part : parts) {
      if (!part.slot()) {
        out.append(part.text());
      } else if (at < kept) {
        out.append(digits.charAt(at++));
      }
    }
    return out.toString();
  }
}
