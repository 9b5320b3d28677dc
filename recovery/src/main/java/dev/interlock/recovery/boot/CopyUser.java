package dev.interlock.recovery.boot;

import dev.interlock.recovery.query.Session;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A user of the copy whom the drill can sign in as: it gets a password that nobody else knows, and
 * no second factor. The copy goes away with it.
 *
 * @param id in the database
 * @param password random
 */
record CopyUser(long id, String login, String password) {

  private static final int PASSWORD_BYTES = 24;

  /**
   * Lets a user in.
   *
   * @param login of the user; null for Odoo's administrator
   * @throws NoAnswer when there is none
   */
  static CopyUser letIn(DataSource database, @Nullable String login) throws SQLException, NoAnswer {
    try (Session session = Session.open(database)) {
      session.require("res_users");
      CopyUser user = new CopyUser(id(session, login), name(session, login), random());
      user.change(session, "update res_users set password = ? where id = ?");
      if (session.hasColumn("res_users", "totp_secret")) {
        session
            .connection()
            .createStatement()
            .execute("update res_users set totp_secret = null where id = " + user.id());
      }
      session.connection().commit();
      return user;
    }
  }

  private static long id(Session session, @Nullable String login) throws SQLException, NoAnswer {
    long id =
        login == null
            ? session.number("select u.id " + ADMINISTRATOR)
            : session.number("select id from res_users where login = ? and active", login);
    if (id == 0) {
      throw new NoAnswer(
          login == null
              ? "Odoo's administrator is not active here: name another user, boot.login"
              : "there is no active user with the login that the estate names");
    }
    return id;
  }

  private static final String ADMINISTRATOR =
      """
      from ir_model_data d join res_users u on u.id = d.res_id
      where d.module = 'base' and d.name = 'user_admin' and d.model = 'res.users' and u.active
      """;

  private static String name(Session session, @Nullable String login) throws SQLException {
    return login == null ? String.valueOf(session.text("select u.login " + ADMINISTRATOR)) : login;
  }

  private void change(Session session, String sql) throws SQLException {
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      statement.setString(1, PasswordHash.of(password));
      statement.setLong(2, id);
      statement.executeUpdate();
    }
  }

  private static String random() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Who it is, without the password. */
  @Override
  public String toString() {
    return login;
  }
}
