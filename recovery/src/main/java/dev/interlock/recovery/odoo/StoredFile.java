package dev.interlock.recovery.odoo;

import dev.interlock.recovery.query.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that attachments speak of.
 *
 * @param name its path below the folder of files
 * @param size its size in bytes; negative when no row knows it
 * @param sha1 the digest of its content; null when no row knows it
 */
record StoredFile(String name, long size, @Nullable String sha1) {

  private static final Pattern USUAL = Pattern.compile("([0-9a-f]{2})/(\\1[0-9a-f]{38})");
  private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

  /** So many files must be in the folder of files. */
  static long needed(Session session) throws SQLException {
    return session.number(
        "select count(distinct store_fname) from ir_attachment where position('://' in store_fname) = 0");
  }

  /** From a row with name, size and checksum. */
  static StoredFile of(ResultSet row) throws SQLException {
    String name = row.getString(1);
    long size = row.getLong(2);
    boolean unknown = row.wasNull();
    return new StoredFile(name, unknown ? -1 : size, digest(name, row.getString(3)));
  }

  /** The name is the digest; where it is not, the checksum must do. */
  private static @Nullable String digest(String name, @Nullable String checksum) {
    if (USUAL.matcher(name).matches()) {
      return name.substring(name.indexOf('/') + 1);
    }
    return checksum != null && SHA1.matcher(checksum).matches() ? checksum : null;
  }

  /** Whether it lies where Odoo itself puts files. */
  boolean isUsual() {
    return USUAL.matcher(name).matches();
  }

  /** Whether a module keeps it somewhere else, such as in an object store. */
  boolean isElsewhere() {
    return name.contains("://");
  }
}
