package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import java.util.List;

/**
 * What drafting an estate gave.
 *
 * @param directory where it was written, as the user named it
 * @param files what was written, relative to the directory, sorted
 * @param resources how many resources were looked at
 * @param gaps what is still unknown, the most important first
 * @param guesses how many values are marked as guessed in the files
 * @param warnings what could not be read, and what the estate loader says of the draft
 * @param nextCommands the commands to run next, in order
 */
public record DraftedEstate(
    String directory,
    List<String> files,
    long resources,
    List<Gap> gaps,
    int guesses,
    List<Diagnostic> warnings,
    List<String> nextCommands) {

  public DraftedEstate {
    files = List.copyOf(files);
    gaps = List.copyOf(gaps);
    warnings = List.copyOf(warnings);
    nextCommands = List.copyOf(nextCommands);
  }

  /**
   * Something only people know.
   *
   * @param topic in a word or two
   * @param missing what is unknown and why it matters
   * @param file where to write it, relative to the directory
   */
  public record Gap(String topic, String missing, String file) {}
}
