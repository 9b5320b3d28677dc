package dev.interlock.changes;

/** Every way in which the register of changes refuses or fails. Numbers are permanent. */
public enum RegisterCode {
  /** There is no change of that name. */
  NO_SUCH_CHANGE("REG001"),
  /** A change of that name is filed already. */
  FILED_ALREADY("REG002"),
  /** The change has moved on since the version that was seen. */
  STALE("REG003"),
  /** The change was withdrawn or carried out; nothing more can happen to it. */
  CLOSED("REG004"),
  /** The idempotency key was used for something else. */
  KEY_REUSED("REG005"),
  /** The path of a file leads elsewhere or can't be one. */
  BAD_PATH("REG006"),
  /** More or larger files than the register takes. */
  TOO_LARGE("REG007"),
  /** The register's database can't be reached or refused. */
  STORAGE_FAILED("REG008"),
  /** What the register holds can't be read. */
  UNREADABLE("REG009"),
  /** What was sent is no evidence the register takes. */
  BAD_EVIDENCE("REG010"),
  /** The account belongs to no person of the estate. */
  NO_PERSON("REG011"),
  /** Whoever filed a change does not answer it. */
  OWN_CHANGE("REG012"),
  /** The document is another change than the one that is revised. */
  OTHER_CHANGE("REG013"),
  /** A file was sent that the change does not name. */
  IDLE_FILE("REG014"),
  /** A change is withdrawn without a reason. */
  NO_REASON("REG015"),
  /** This is no place in the list of changes. */
  BAD_CURSOR("REG016"),
  /** The change has no such decision. */
  NO_SUCH_DECISION("REG017"),
  /** An idempotency key is empty or too long. */
  BAD_KEY("REG018"),
  /** The name of a change is the address of something else. */
  NAME_TAKEN("REG019"),
  /** Somebody else has to carry the change out. */
  NOT_EXECUTOR("REG020"),
  /** The change was not given a go. */
  NO_GO("REG021");

  private final String code;

  RegisterCode(String code) {
    this.code = code;
  }

  /** The permanent code, such as {@code REG001}. */
  public String code() {
    return code;
  }
}
