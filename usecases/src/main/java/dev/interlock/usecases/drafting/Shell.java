package dev.interlock.usecases.drafting;

/**
 * Commands as they are typed where {@code init} ran.
 *
 * @param out the folder of the draft as the user named it
 */
record Shell(String out) {

  static final String CHANGE = "changes/first-change.yaml";

  /** A word that a shell reads as one. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=@:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** A file of the draft. */
  String file(String name) {
    return quoted(out + (out.endsWith("/") ? "" : "/") + name);
  }

  String gate() {
    return "interlock gate "
        + file(CHANGE)
        + " --estate "
        + file("estate")
        + " --evidence "
        + file("evidence");
  }

  String keygen(String name, String holder) {
    return "interlock evidence keygen --out "
        + file("keys/" + name + ".key")
        + " --name "
        + name
        + " "
        + holder
        + " >> "
        + file("estate/keys.yaml");
  }

  String approve(String person) {
    return "interlock approve "
        + file(CHANGE)
        + " --estate "
        + file("estate")
        + " --person "
        + person
        + " --role "
        + person
        + " --key "
        + file("keys/" + person + ".key")
        + " --out "
        + file("evidence/approval-" + person + ".json");
  }
}
