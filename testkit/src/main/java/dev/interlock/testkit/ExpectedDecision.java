package dev.interlock.testkit;

import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One row of {@code samples/changes/EXPECTED.md}.
 *
 * @param change name of the change, and of its file without the ending
 * @param at the instant it is judged for
 * @param decision go, wait or stop
 * @param tier the tier it is judged in
 * @param notClosed contacts that are not closed, each with its state, in the order of the rung
 */
public record ExpectedDecision(
    String change, Instant at, String decision, String tier, List<String> notClosed) {

  public ExpectedDecision {
    notClosed = List.copyOf(notClosed);
  }

  /** All rows, in order. */
  public static List<ExpectedDecision> all() {
    try (var lines = Files.lines(Checkout.samples().resolve("changes/EXPECTED.md"))) {
      return lines
          .filter(line -> line.startsWith("| ") && !line.startsWith("| change "))
          .map(ExpectedDecision::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExpectedDecision parse(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    List<String> open =
        Arrays.stream(cells.get(5).split(","))
            .map(String::strip)
            .filter(c -> !c.isEmpty())
            .toList();
    return new ExpectedDecision(
        cells.get(1), Instant.parse(cells.get(2)), cells.get(3), cells.get(4), open);
  }

  /** The words of the row: shown as the name of a test. */
  @Override
  public String toString() {
    return change + " at " + at + ": " + decision;
  }
}
