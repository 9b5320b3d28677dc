package dev.interlock.server;

import dev.interlock.goldens.Checkout;
import dev.interlock.server.database.ExternalDatabase;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.accounts.Passwords;
import dev.interlock.usecases.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A whole server on the sample estate, with what it said at the terminal. */
public final class TestServer implements AutoCloseable {

  private final InterlockServer.Running running;
  private final List<String> said;

  private TestServer(InterlockServer.Running running, List<String> said) {
    this.running = running;
    this.said = said;
  }

  /** Starts one on the data folder. */
  public static TestServer start(Path data) {
    List<String> said = new CopyOnWriteArrayList<>();
    ServerOptions options = options(data, sample(), null);
    return new TestServer(InterlockServer.start(options, said::add), said);
  }

  /** Starts one on an estate of one's own. */
  public static TestServer start(Path data, String estate) {
    List<String> said = new CopyOnWriteArrayList<>();
    ServerOptions options = options(data, estate, null);
    return new TestServer(InterlockServer.start(options, said::add), said);
  }

  /** Starts one with these variables in place of the environment's. */
  public static TestServer start(Path data, Map<String, String> environment) {
    List<String> said = new CopyOnWriteArrayList<>();
    ServerOptions options = options(data, sample(), null);
    return new TestServer(InterlockServer.start(options, environment, said::add), said);
  }

  /** Starts one on an estate of one's own, by the clock of the machine and without the sample. */
  public static TestServer plain(Path data, String estate) {
    List<String> said = new CopyOnWriteArrayList<>();
    ServerOptions options =
        new ServerOptions(estate, null, null, 0, "127.0.0.1", data, null, false);
    return new TestServer(InterlockServer.start(options, said::add), said);
  }

  /** The same on a database of one's own. */
  public static TestServer plain(Path data, String estate, ExternalDatabase database) {
    List<String> said = new CopyOnWriteArrayList<>();
    ServerOptions options =
        new ServerOptions(estate, null, null, 0, "127.0.0.1", data, database.owner().url(), false);
    return new TestServer(InterlockServer.start(options, variables(database), said::add), said);
  }

  private static String sample() {
    return Checkout.samples().resolve("estate").toString();
  }

  /** Starts one on a database of one's own. */
  public static TestServer start(Path data, ExternalDatabase database) {
    List<String> said = new CopyOnWriteArrayList<>();
    ServerOptions options = options(data, sample(), database.owner().url());
    return new TestServer(InterlockServer.start(options, variables(database), said::add), said);
  }

  private static Map<String, String> variables(ExternalDatabase database) {
    return Map.of(
        "INTERLOCK_DATABASE_OWNER", database.owner().user(),
        "INTERLOCK_DATABASE_OWNER_PASSWORD", database.owner().password(),
        "INTERLOCK_DATABASE_USER", database.runtime().user(),
        "INTERLOCK_DATABASE_USER_PASSWORD", database.runtime().password());
  }

  private static ServerOptions options(Path data, String estate, @Nullable String database) {
    Path samples = Checkout.samples();
    return new ServerOptions(
        estate,
        samples.resolve("changes"),
        samples.resolve("evidence"),
        0,
        "127.0.0.1",
        data,
        database,
        true);
  }

  /** A bean of the server. */
  public <T> T bean(Class<T> type) {
    return running.context().getBean(type);
  }

  /** The running server. */
  public InterlockServer.Running running() {
    return running;
  }

  /** What was said at the terminal. */
  public List<String> said() {
    return said;
  }

  /** The administrator's password, as it was said. */
  public String password() {
    String marker = "with the password ";
    return said.stream()
        .filter(line -> line.contains(marker))
        .map(line -> line.substring(line.indexOf(marker) + marker.length()))
        .findFirst()
        .orElseThrow();
  }

  /** A browser that nobody has signed in with yet. */
  public Browser browser() {
    return new Browser(running.url());
  }

  /** A browser in which the administrator is signed in. */
  public Browser administrator() {
    Browser browser = browser();
    browser.signIn("admin", password());
    return browser;
  }

  /** A browser in which a person of the estate is signed in, with these roles. */
  public Browser person(String name, List<AccountRole> roles) {
    String hash = bean(Passwords.class).hash(name);
    bean(Accounts.class)
        .add(new Account(name, name, name, name, Set.copyOf(roles), hash, false, true, null));
    Browser browser = browser();
    browser.signIn(name, name);
    return browser;
  }

  @Override
  public void close() {
    running.close();
  }
}
