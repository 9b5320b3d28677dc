package dev.interlock.usecases;

/**
 * Every way in which an action refuses or fails of its own, with its permanent code; a retired code
 * is never used again. The page {@code docs/diagnostics.md} lists them.
 */
public enum ActionCode {
  /** A file can't be written. */
  CANNOT_WRITE("CLI002"),
  /** A file exists that would be overwritten. */
  EXISTS("CLI003"),
  /** A pack or folder can't be unpacked, read or removed. */
  CANNOT_UNPACK("CLI004"),
  /** Nothing was found that could be checked. */
  NOTHING_TO_CHECK("CLI005"),
  /** The estate has no such environment. */
  NO_ENVIRONMENT("CLI006"),
  /** An environment was named without an estate. */
  NO_ESTATE("CLI007"),
  /** There is no such control. */
  NO_CONTROL("CLI008"),
  /** Only a shipped control can be printed as YAML. */
  NOT_SHIPPED("CLI009"),
  /** This can't be the name of a control or a change. */
  BAD_CONTROL_NAME("CLI010"),
  /** There is no such kind of document. */
  NO_KIND("CLI011"),
  /** A pack can't be compared with a checkpoint. */
  NOT_COMPARABLE("CLI012"),
  /** There is no such entry in the ledger. */
  NO_ENTRY("CLI013"),
  /** There is no such kind of evidence. */
  NO_EVIDENCE_KIND("CLI014"),
  /** The program came without its server. */
  NO_SERVER("CLI015"),
  /** Options that contradict each other, or a value that can't be. */
  BAD_OPTION("CLI016"),
  /** There is no such risk tier. */
  NO_TIER("CLI020"),
  /** A length of time is not above zero. */
  NO_LENGTH("CLI021"),
  /** There is no such service in the environment. */
  NO_SERVICE("CLI022"),
  /** Resources were read, and no control speaks about any of them. */
  NOTHING_APPLIES("CLI023"),
  /** A digest is no SHA-256 in hexadecimal. */
  NO_DIGEST("CLI024"),
  /** There is no such policy object. */
  NO_POLICY("CLI026"),
  /** A file that must hold one resource holds a list of them. */
  NOT_ONE_RESOURCE("CLI027"),
  /** A resource does not say its type. */
  NO_TYPE("CLI028"),
  /** Findings beyond what memory holds can't be kept on disk. */
  CANNOT_KEEP("CLI029"),
  /** What was sent to be checked does not fit the inputs that were named for it. */
  INPUTS_UNFIT("CLI025"),
  /** The file is no pack of a decision, or one that is built to harm. */
  NO_PACK("CHG012"),
  /** The folder of evidence does not exist. */
  NO_EVIDENCE_FOLDER("EVD002"),
  /** A folder of evidence can't be read. */
  EVIDENCE_UNREADABLE("EVD003"),
  /** A file of evidence can't be opened. */
  EVIDENCE_UNOPENED("EVD005"),
  /** A file in a folder of evidence is not read as evidence. */
  EVIDENCE_PASSED_OVER("EVD006"),
  /** The file to sign does not hold exactly one statement. */
  NOT_ONE_PREDICATE("EVD004"),
  /** Evidence of this kind is made by the program alone. */
  NO_TEMPLATE("EVD009"),
  /** What should be a signed drill is none. */
  NO_DRILL("EVD010"),
  /** The store has no such backup, or none that counts. */
  NO_BACKUP("REC011"),
  /** What should prove a process is no question in SQL. */
  NO_QUESTION("REC012"),
  /** A removal of backups that nobody else agreed to, or not to exactly this. */
  NOT_APPROVED("REC021"),
  /** A hold that says no reason or is over, or a release of a backup that is on no hold. */
  NO_HOLD("REC043"),
  /** The directory to draft an estate into is not empty. */
  DRAFT_EXISTS("USE001"),
  /** What should hold the draft is no directory that can be read. */
  DRAFT_UNREADABLE("USE002"),
  /** The draft can't be written. */
  DRAFT_FAILED("USE003");

  private final String code;

  ActionCode(String code) {
    this.code = code;
  }

  /** The permanent code, such as {@code CLI005}. */
  public String code() {
    return code;
  }
}
