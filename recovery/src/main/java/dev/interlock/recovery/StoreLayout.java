package dev.interlock.recovery;

/** Where in a store everything lies, and which names objects may have. */
public final class StoreLayout {

  /** What the names of all parts of backups begin with. */
  public static final String BACKUPS = "backups/";

  /** What the names of all shared files begin with. */
  public static final String FILES = "files/";

  /** What the names of all files of logs begin with. */
  public static final String LOGS = "wal/";

  /** What the names of all records of holds begin with. */
  public static final String HOLDS = "holds/";

  /** In a bucket or container: what makes it a store. */
  public static final String MARK = ".interlock-store";

  /** In a bucket that can't lock: what the names of notes until when objects stay begin with. */
  public static final String NOTES = ".interlock-until/";

  /** The part that is stored last. */
  public static final String MANIFEST = "manifest.dsse.json";

  /** The part that lists the files of attachments. */
  public static final String FILE_LIST = "files.list";

  /** What the names of parts begin with, within a backup, that are files of one dump. */
  public static final String DUMP_FOLDER = "database/";

  /** The file of such a dump that lists the others. */
  public static final String DUMP_CONTENTS = DUMP_FOLDER + "toc.dat";

  private static final int LONGEST = 500;

  private StoreLayout() {}

  /** Name of a part of a backup. */
  public static String part(String environment, String backup, String part) {
    return requireName(BACKUPS + environment + "/" + backup + "/" + part);
  }

  /** Name of the manifest of a backup. */
  public static String manifest(String environment, String backup) {
    return part(environment, backup, MANIFEST);
  }

  /** Name of a record about holds of an environment's backups. */
  public static String hold(String environment, String record) {
    return requireName(HOLDS + environment + "/" + record);
  }

  /** What the names of all files of a server's log, and of their records, begin with. */
  public static String log(String environment, String system) {
    return requireName(LOGS + environment + "/" + system) + "/";
  }

  /** Name of a file of a log. */
  public static String logFile(String environment, String system, String file) {
    return requireName(log(environment, system) + "files/" + file);
  }

  /** Name of the record of a file of a log. */
  public static String logRecord(String environment, String system, String file) {
    return requireName(log(environment, system) + "records/" + file + ".dsse.json");
  }

  /** True for the name of a shared file, whose name says what it holds. */
  public static boolean isShared(String name) {
    return name.startsWith(FILES);
  }

  /**
   * The name, when an object may have it: words of ASCII letters, digits and {@code . _ - + = @}
   * with slashes between, none of them empty or beginning with a dot.
   */
  public static String requireName(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "\""
              + printable(name)
              + "\" can't be the name of an object: words of a-z, A-Z, 0-9 and . _ - + = @ with"
              + " slashes between, no word beginning with a dot, "
              + LONGEST
              + " characters at most");
    }
    return name;
  }

  /** True when an object may have this name. */
  public static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    for (String word : name.split("/", -1)) {
      if (word.isEmpty() || word.startsWith(".") || !word.chars().allMatch(StoreLayout::allowed)) {
        return false;
      }
    }
    return true;
  }

  private static boolean allowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._-+=@".indexOf(c) >= 0;
  }

  private static String printable(String name) {
    String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
