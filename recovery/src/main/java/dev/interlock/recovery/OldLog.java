package dev.interlock.recovery;

/**
 * The part of a server's log that no base backup needs.
 *
 * @param environment whose server it is
 * @param system number of the server's data
 * @param before the first file that a base backup needs: all of them are older
 * @param files how many
 * @param bytes their size together, as they lie there
 */
public record OldLog(String environment, String system, String before, long files, long bytes) {

  /** The same for people. */
  public String words() {
    return "no base backup that stays needs the log of the server "
        + system
        + " from before "
        + before;
  }
}
