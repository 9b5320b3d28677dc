package dev.interlock.recovery;

import java.util.List;
import java.util.stream.Collectors;

/** Many things in a message: the first few are told, and how many more there are. */
public final class FirstFew {

  private static final int TOLD = 10;

  private FirstFew() {}

  /** All of them where they are ten at most. */
  public static String of(List<String> all, String separator) {
    String told = all.stream().limit(TOLD).collect(Collectors.joining(separator));
    return all.size() <= TOLD ? told : told + separator + "and " + (all.size() - TOLD) + " more";
  }
}
