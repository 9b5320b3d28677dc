package dev.interlock.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Money;
import dev.interlock.finding.Severity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordWriterTest {

  private final RecordWriter writer = new RecordWriter();

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_written_is_read_back_equal(int seed) {
    Everything record = any(new Random(seed));
    List<Diagnostic> wrong = new ArrayList<>();

    String json = writer.toJson(record);
    Node node = JsonNodes.parse(json);

    assertThat(new RecordBinder().bind(Everything.class, node, "f", wrong::add))
        .as("%s %s", json, wrong)
        .contains(record);
  }

  @Test
  void keys_are_sorted_and_nulls_left_out() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", 1L);
    map.put("a", new Everything.Inner("x", List.of()));
    map.put("m", List.of(Severity.HIGH, Duration.ofMinutes(5), true));

    assertThat(writer.toJson(map))
        .isEqualTo("{\"a\":{\"name\":\"x\",\"parts\":[]},\"m\":[\"high\",\"PT5M\",true],\"z\":1}");
    assertThat(writer.toJson(any(new Random(1)))).doesNotContain("null,");
  }

  private static Everything any(Random random) {
    boolean sparse = random.nextBoolean();
    return new Everything(
        text(random),
        sparse ? null : text(random),
        random.nextBoolean(),
        sparse ? null : random.nextBoolean(),
        random.nextInt(),
        sparse ? null : random.nextInt(),
        random.nextLong(),
        decimal(random),
        one(random, Everything.Color.values()),
        one(random, DayOfWeek.values()),
        Duration.ofSeconds(random.nextLong(1L << 32), random.nextInt(1_000_000_000)),
        Instant.ofEpochSecond(random.nextLong(1L << 33), random.nextInt(1_000_000_000)),
        LocalDate.ofEpochDay(random.nextInt(50_000)),
        LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)),
        YearMonth.of(1970 + random.nextInt(100), 1 + random.nextInt(12)),
        ZoneId.of(one(random, "UTC", "Europe/Vienna", "America/Argentina/Ushuaia", "Asia/Kolkata")),
        Currency.getInstance(one(random, "EUR", "USD", "JPY", "TND")),
        Money.of(decimal(random).toPlainString(), one(random, "EUR", "USD", "JPY")),
        one(random, Severity.values()),
        inner(random, 3),
        sparse ? null : inner(random, 1),
        List.of(inner(random, 2)),
        List.of(text(random), text(random)),
        Map.of(text(random), one(random, Severity.values())),
        Map.of(text(random), Map.of(text(random), List.of(text(random), decimal(random)))));
  }

  private static Everything.Inner inner(Random random, int depth) {
    return new Everything.Inner(
        text(random), depth == 0 ? List.of() : List.of(inner(random, depth - 1)));
  }

  private static BigDecimal decimal(Random random) {
    return new BigDecimal(new BigInteger(60, random), 1 + random.nextInt(9));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(one(random, "a", "Z", "\"", "\\", "\n", "€", "🏭", " ", "7", "\u007f"));
    }
    return text.toString();
  }

  @SafeVarargs
  private static <T> T one(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
