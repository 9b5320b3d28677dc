package dev.interlock.server;

/** Every way in which the server refuses or fails of its own, with its permanent code. */
public enum ServerCode {
  /** Another server is running on the data folder. */
  DATA_IN_USE("SRV001"),
  /** The data folder can't be made or written. */
  DATA_UNUSABLE("SRV002"),
  /** The database can't be started or reached. */
  DATABASE_UNREACHABLE("SRV003"),
  /** The port can't be listened on. */
  PORT_IN_USE("SRV004"),
  /** The estate can't be read from where it lies. */
  ESTATE_UNREACHABLE("SRV005"),
  /** The settings of signing in can't be used as they are. */
  SIGN_IN_SETTINGS("SRV006"),
  /** A change was sent without saying which file is its document. */
  NO_DOCUMENT("SRV007"),
  /** A file was sent that is no base64. */
  NO_BASE64("SRV008"),
  /** The settings of a database of one's own can't be used as they are. */
  DATABASE_SETTINGS("SRV009"),
  /** The database is older than the server needs. */
  DATABASE_TOO_OLD("SRV010"),
  /** The address of the estate's repository can't be used as it is. */
  ESTATE_ADDRESS("SRV011"),
  /** A setting of the log or of the export of traces and numbers can't be used as it is. */
  OBSERVING_SETTINGS("SRV012"),
  /** A filter of a list has a value that there is not. */
  BAD_FILTER("SRV013"),
  /** A drill was asked for of an environment that there is not. */
  NO_ENVIRONMENT("SRV014"),
  /** This server lacks what a drill of the environment needs. */
  DRILLS_NOT_SET_UP("SRV015"),
  /** A drill was asked for while one of the environment is under way. */
  DRILL_UNDER_WAY("SRV016"),
  /** The folder in which places of drills are made can't be used. */
  DRILLS_UNUSABLE("SRV017");

  private final String code;

  ServerCode(String code) {
    this.code = code;
  }

  /** The permanent code, such as {@code SRV001}. */
  public String code() {
    return code;
  }
}
