package dev.interlock.guardrails.cel;

import dev.interlock.guardrails.view.StatedReason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as Kubernetes writes it: {@code 500m}, {@code 1.5Gi}, {@code 2e3}, {@code 4}
 * (k8s.io/apimachinery resource.Quantity).
 *
 * @param amount the exact number
 */
record Quantity(BigDecimal amount) implements Comparable<Quantity> {

  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:\\d{1,40}(?:\\.\\d{0,20})?|\\.\\d{1,20}))"
              + "(?:([eE][+-]?\\d{1,2})|(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E))?");

  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
          Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
          Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
          Map.entry("k", BigDecimal.ONE.movePointRight(3)),
          Map.entry("M", BigDecimal.ONE.movePointRight(6)),
          Map.entry("G", BigDecimal.ONE.movePointRight(9)),
          Map.entry("T", BigDecimal.ONE.movePointRight(12)),
          Map.entry("P", BigDecimal.ONE.movePointRight(15)),
          Map.entry("E", BigDecimal.ONE.movePointRight(18)),
          Map.entry("Ki", binary(10)),
          Map.entry("Mi", binary(20)),
          Map.entry("Gi", binary(30)),
          Map.entry("Ti", binary(40)),
          Map.entry("Pi", binary(50)),
          Map.entry("Ei", binary(60)));

  /** Reads a quantity; a text that is none fails the evaluation, which makes it unknown. */
  static Quantity parse(String text) {
    Quantity quantity = tryParse(text);
    if (quantity == null) {
      throw StatedReason.thrown("a value is no Kubernetes quantity such as 500m or 2Gi");
    }
    return quantity;
  }

  /** Reads a quantity, or gives null for a text that is none. */
  static @Nullable Quantity tryParse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    String exponent = form.group(2);
    String suffix = form.group(3);
    BigDecimal number = new BigDecimal(form.group(1) + (exponent == null ? "" : exponent));
    return new Quantity(suffix == null ? number : number.multiply(SUFFIXES.get(suffix)));
  }

  Quantity plus(Quantity other) {
    return new Quantity(amount.add(other.amount));
  }

  Quantity minus(Quantity other) {
    return new Quantity(amount.subtract(other.amount));
  }

  @Override
  public int compareTo(Quantity other) {
    return amount.compareTo(other.amount);
  }

  /** Two quantities are equal when they are worth the same: 1Gi is 1024Mi. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Quantity quantity && amount.compareTo(quantity.amount) == 0;
  }

  @Override
  public int hashCode() {
    return amount.stripTrailingZeros().hashCode();
  }

  private static BigDecimal binary(int power) {
    return new BigDecimal(BigInteger.TWO.pow(power));
  }
}
