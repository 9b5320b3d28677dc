package dev.interlock.usecases.drafting;

/**
 * Commands as they are typed where {@code init} ran.
 *
 * @param program how the user calls the program
 * @param out the folder of the draft as the user named it
 */
public record Shell(String program, String out) {

  static final String CHANGE = "changes/first-change.yaml";
  static final String LEDGER = "decisions.ledger";
  static final String PACK = "first-decision.zip";

  /** A word that a shell reads as one. */
  public static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=@:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** A file of the draft. */
  public String file(String name) {
    return quoted(out + (out.endsWith("/") ? "" : "/") + name);
  }

  /** Asks the gate about the first change. */
  public String gate() {
    return run("gate " + file(CHANGE)) + " --evidence " + file("evidence");
  }

  /** The next time in which production can be changed. */
  public String window() {
    return run("window next") + " --environment production";
  }

  /** A command of the program about the estate of the draft. */
  public String run(String command) {
    return quoted(program) + " " + command + " --estate " + file("estate");
  }

  /** Asks the gate, and keeps what it decided with everything that it rests on. */
  String record() {
    return gate()
        + " --record "
        + file(LEDGER)
        + " --key "
        + file("keys/gate.key")
        + " --pack "
        + file(PACK);
  }

  /** Derives the decision in the pack again. */
  String replay() {
    return run("gate --replay " + file(PACK));
  }

  /** Verifies what the key of the gate has signed. */
  String verify(String name) {
    return quoted(program) + " ledger verify " + file(name) + " --key " + file("keys/gate.key.pub");
  }

  /** Which change something is about. */
  String about() {
    return "--change " + file(CHANGE);
  }

  /** Signs a piece of evidence that was filled in. */
  String sign(String kind, String name) {
    return quoted(program)
        + " evidence sign "
        + file("drafts/" + name + ".yaml")
        + " --kind "
        + kind
        + " --key "
        + file("keys/pipeline.key")
        + " --out "
        + file("evidence/" + name + ".json");
  }

  /** Makes a key pair that the estate trusts from then on. */
  String keygen(String name, String holder) {
    return newKey(name, holder) + " >> " + file("estate/keys.yaml");
  }

  /** Makes the key pair with which decisions are signed. */
  String gateKey() {
    return newKey("gate", "--system gate --predicates decision");
  }

  private String newKey(String name, String holder) {
    return quoted(program)
        + " evidence keygen --out "
        + file("keys/" + name + ".key")
        + " --name "
        + name
        + " "
        + holder;
  }

  String approve(String person) {
    return run("approve " + file(CHANGE))
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
