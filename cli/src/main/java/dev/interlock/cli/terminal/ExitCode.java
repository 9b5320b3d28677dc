package dev.interlock.cli.terminal;

/** What the program's end says to a script; part of the contract of the command line. */
public final class ExitCode {

  /** Done, and the answer is yes. */
  public static final int GOOD = 0;

  /** Done, and the answer is no: violations, a decision other than go, a failed verification. */
  public static final int NO = 1;

  /** The command line or an input is wrong. */
  public static final int BAD_INPUT = 2;

  /** Something outside failed: a disk, a database, a network. */
  public static final int OUTSIDE = 3;

  /** The program is wrong. */
  public static final int BUG = 70;

  private ExitCode() {}
}
