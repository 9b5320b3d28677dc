package dev.interlock.bench.windows;

import dev.interlock.changes.NextWindow;
import dev.interlock.changes.WindowAnswer;
import dev.interlock.changes.WindowScope;
import dev.interlock.changes.Windows;
import dev.interlock.estate.Estate;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures questions about the windows of fifty plants over five years. Wanted: 10,000 answers a
 * second on one core, and a search over 365 days within 50 ms.
 */
public final class WindowSpeed {

  private static final Instant BEGIN = Instant.parse("2024-06-01T00:00:00Z");
  private static final Instant END = Instant.parse("2029-06-01T00:00:00Z");
  private static final Duration HOURS = Duration.ofHours(2);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final int QUESTIONS = 20_000;

  private final PrintStream out;
  private final FiftyPlants plants = new FiftyPlants();
  private final Estate estate = plants.estate();

  private WindowSpeed(PrintStream out) {
    this.out = out;
  }

  /** Prints the figures, three times over: the last round is the warm one. */
  public static void main(String[] args) {
    WindowSpeed speed = new WindowSpeed(System.out);
    for (int round = 1; round <= 3; round++) {
      speed.round(round);
    }
  }

  private void round(int round) {
    out.println("round " + round);
    long start = System.nanoTime();
    Windows read = Windows.of(estate, plants.files(), FiftyPlants.ENVIRONMENT);
    print("calendars read", start);
    start = System.nanoTime();
    Windows windows = read.prepared(BEGIN, END);
    print("five years of occurrences in memory", start);
    for (WindowRule rule : WindowRule.values()) {
      answers(windows, rule);
    }
    for (WindowRule rule : WindowRule.values()) {
      search("in memory", windows, rule, Duration.ofDays(20));
      search("on demand", read, rule, Duration.ofDays(20));
    }
    search("in memory", windows, WindowRule.FREE, HOURS);
    search("on demand", read, WindowRule.FREE, HOURS);
  }

  private void answers(Windows windows, WindowRule rule) {
    SplittableRandom random = new SplittableRandom(7);
    WindowScope scope = WindowScope.of(rule);
    long span = Duration.between(BEGIN, END).minus(HOURS).toSeconds();
    int free = 0;
    long start = System.nanoTime();
    for (int i = 0; i < QUESTIONS; i++) {
      WindowAnswer answer = windows.at(BEGIN.plusSeconds(random.nextLong(span)), HOURS, scope);
      free += answer instanceof WindowAnswer.Free ? 1 : 0;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "  %-40s %,10.0f a second (%d of %d free)%n",
        "answers, " + rule,
        QUESTIONS / seconds,
        free,
        QUESTIONS);
  }

  /** Twenty days in a row are never free: the whole year is searched. */
  private void search(String how, Windows windows, WindowRule rule, Duration length) {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    long start = System.nanoTime();
    NextWindow next = windows.next(from, length, WindowScope.of(rule), YEAR);
    String found =
        switch (next) {
          case NextWindow.Found(Instant at, _, var blocked) -> at + " after " + blocked.size();
          case NextWindow.None(_, var blocked) -> "none after " + blocked.size();
          case NextWindow.Unknown(var problems) -> problems.toString();
        };
    print("next " + length + " " + rule + ", " + how + " (" + found + " steps)", start);
  }

  private void print(String what, long start) {
    out.printf(Locale.ROOT, "  %-80s %8.1f ms%n", what, (System.nanoTime() - start) / 1e6);
  }
}
