package dev.interlock.server.drills;

/**
 * What a server has not got that a drill needs.
 *
 * @param what a sentence for everybody
 * @param remedy what an administrator does about it, with the name of the setting
 */
public record Lack(String what, String remedy) {

  /** Both, for programs and administrators. */
  public String text() {
    return what + " " + remedy;
  }
}
