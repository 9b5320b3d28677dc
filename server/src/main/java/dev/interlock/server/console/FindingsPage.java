package dev.interlock.server.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What guardrails found on the changes in the queue, and the exceptions that hold.
 *
 * @param choices what one can filter by
 * @param numbers how many there are
 * @param groups findings by change
 * @param older address of the part that follows; null at the end
 * @param waivers every exception of the estate, the one that ends first at the top
 */
public record FindingsPage(
    Shell shell,
    FindingChoices choices,
    FindingNumbers numbers,
    List<Group> groups,
    @Nullable String older,
    List<Granted> waivers) {

  public FindingsPage {
    groups = List.copyOf(groups);
    waivers = List.copyOf(waivers);
  }

  /** The findings of one change that are in this part. */
  public record Group(String change, String title, String environment, List<Item> items) {

    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * One finding.
   *
   * @param state violated, unknown or waived
   * @param excerpt the lines around its source; empty when they can't be read
   */
  public record Item(
      Signal signal,
      String severity,
      String state,
      String control,
      String title,
      String subject,
      String message,
      String remediation,
      String source,
      List<SourceLine> excerpt,
      String waiver) {

    public Item {
      excerpt = List.copyOf(excerpt);
    }
  }

  /** One line of a file; {@code meant} where the finding points. */
  public record SourceLine(int number, String text, boolean meant) {}

  /**
   * A waiver.
   *
   * @param left how much time is left, in words
   */
  public record Granted(
      String name, String control, String owner, String reason, String left, Signal signal) {}
}
