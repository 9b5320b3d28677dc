package dev.interlock.usecases.spool;

import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.PolicyTrail;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Findings at random: any text in any place, nothing where nothing may be. */
final class AnyFinding {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "images-are-pinned",
          "Güssing \u00FF",
          "\u0100",
          "工場 🏭",
          "\uD800",
          "end \uDC00\uD83C",
          "\uFFFF\uFEFF",
          "line\nline\r\u2028");

  private static final List<Severity> SEVERITIES = List.of(Severity.values());

  private final Random random;
  private Subject subject = new Subject("azure", "t", "i", "n");

  AnyFinding(long seed) {
    this.random = new Random(seed);
  }

  List<Finding> many(int most) {
    return IntStream.rangeClosed(0, random.nextInt(most)).mapToObj(_ -> one()).toList();
  }

  /** Several in a row are often of one subject. */
  Finding one() {
    if (random.nextInt(3) == 0) {
      subject = new Subject(text(), text(), text(), text());
    }
    return new Finding(
        text(),
        text(),
        text(),
        SEVERITIES.get(random.nextInt(SEVERITIES.size())),
        verdict(),
        subject,
        new SourceRef(text(), number(), number()),
        text(),
        text(),
        waiver(),
        text(),
        trail());
  }

  private String text() {
    return switch (random.nextInt(4)) {
      case 0 -> TEXTS.get(random.nextInt(TEXTS.size())) + random.nextInt(50);
      case 1 ->
          IntStream.range(0, random.nextInt(200))
              .mapToObj(_ -> String.valueOf((char) random.nextInt(1 << 16)))
              .collect(Collectors.joining());
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }

  private @Nullable String textOrNull() {
    return random.nextBoolean() ? null : text();
  }

  private int number() {
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> Integer.MAX_VALUE;
      default -> random.nextInt(100_000);
    };
  }

  private Verdict verdict() {
    return switch (random.nextInt(3)) {
      case 0 -> new Verdict.Pass();
      case 1 -> new Verdict.Fail(text());
      default -> new Verdict.Unknown(text());
    };
  }

  private @Nullable AppliedWaiver waiver() {
    return random.nextBoolean() ? null : new AppliedWaiver(text(), text(), text(), instant());
  }

  private @Nullable Instant instant() {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> Instant.MIN;
      case 2 -> Instant.MAX;
      default -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    };
  }

  private @Nullable PolicyTrail trail() {
    return random.nextBoolean()
        ? null
        : new PolicyTrail(textOrNull(), textOrNull(), text(), textOrNull(), random.nextBoolean());
  }
}
