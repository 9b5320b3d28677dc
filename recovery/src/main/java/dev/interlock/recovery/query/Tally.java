package dev.interlock.recovery.query;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a check has counted and found wrong so far. */
public final class Tally {

  private final String check;
  private final Map<String, Long> numbers = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  /** Begins with nothing. */
  public Tally(String check) {
    this.check = check;
  }

  /** Notes a number that may be anything. */
  public Tally count(String name, long number) {
    numbers.put(name, number);
    return this;
  }

  /** Notes a number that must be 0; the words say what is counted. */
  public Tally none(String name, long number, String words) {
    numbers.put(name, number);
    return wrongWhen(number != 0, words + ": " + number);
  }

  /** Notes what must not be; the words say what is counted. */
  public Tally none(String name, Faults faults, String words) {
    numbers.put(name, faults.count());
    return wrongWhen(faults.count() > 0, words + ": " + faults);
  }

  /** Notes that something is wrong, in words. */
  public Tally wrongWhen(boolean isWrong, String words) {
    if (isWrong) {
      wrong.add(words);
    }
    return this;
  }

  /** Notes that something can't be told, in words. */
  public Tally unknownWhen(boolean isUnknown, String words) {
    if (isUnknown) {
      unknown.add(words);
    }
    return this;
  }

  /** The result: passed with these words unless something is wrong or unknown. */
  public Checked otherwise(String words) {
    if (!wrong.isEmpty()) {
      return Checked.fail(check, String.join("; ", wrong), numbers);
    }
    return unknown.isEmpty()
        ? Checked.pass(check, words, numbers)
        : new Checked(check, Outcome.UNKNOWN, String.join("; ", unknown), numbers);
  }
}
