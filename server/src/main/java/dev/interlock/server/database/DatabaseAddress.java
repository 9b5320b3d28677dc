package dev.interlock.server.database;

/**
 * Where a database is and who connects. The password is never printed.
 *
 * @param url JDBC address without password
 */
public record DatabaseAddress(String url, String user, String password) {

  @Override
  public String toString() {
    return user + "@" + url;
  }
}
