package dev.interlock.cli.command;

/** The layout of {@code docs/cli.md}. */
final class DocumentationPage {

  static final String HEAD =
      """
      # The command line

      What every command says with `--help`. The tests keep this page true: after a change of a
      command, `mvn test -pl cli -am -Dtest=EveryCommandTest -Dgolden.update=true` rewrites it.

      Exit codes of every command: **0** good; **1** the answer is no (violations, a decision that is
      not *go*, a verification that failed); **2** bad usage or bad input, with `file:line:column`;
      **3** something outside failed (disk, network); **70** a mistake in the program.

      Results go to standard output and nothing else does; messages and progress go to standard error.
      Output is UTF-8 whatever the locale. Colours appear only on a terminal and never with `NO_COLOR`
      set; `INTERLOCK_ASCII=1` draws without box characters.
      """;

  private DocumentationPage() {}

  static String section(String name, String help) {
    String title = name.isEmpty() ? "interlock" : "interlock " + name;
    return "\n## " + title + "\n\n```text\n" + help.stripTrailing() + "\n```\n";
  }
}
