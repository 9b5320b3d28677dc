package dev.interlock.cli.output;

/** ANSI colours that every terminal has; nothing is said by colour alone. */
public enum Colour {
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  MAGENTA("35"),
  DIM("2"),
  BOLD("1");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  /** The text in this colour, or as it is when colours are not wanted. */
  public String paint(String text, boolean wanted) {
    return wanted ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
