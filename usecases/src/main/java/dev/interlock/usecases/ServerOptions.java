package dev.interlock.usecases;

import dev.interlock.changes.AsOf;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the server runs and with what.
 *
 * @param estate folder or Git address of the estate
 * @param changes folder of change requests to begin with, read at the first start; null for none
 * @param evidence folder of signed evidence beside what the server is sent; null for none
 * @param port on which it listens; 0 for any that is free
 * @param address on which it listens, such as {@code 127.0.0.1}
 * @param data folder for the database, keys and everything else that is kept
 * @param database JDBC address of a PostgreSQL of your own; null for the one that comes along
 * @param trustOwnKey the server's own key counts without being declared in the estate: for trying
 *     things out on the sample
 */
public record ServerOptions(
    String estate,
    @Nullable Path changes,
    @Nullable Path evidence,
    int port,
    String address,
    Path data,
    @Nullable String database,
    boolean trustOwnKey) {

  /**
   * What an instant of the server's clock is to the gate. The sample's clock was set to a certain
   * night, and its evidence goes on after that night; any other clock tells the present.
   */
  public AsOf asOf(Instant at) {
    return trustOwnKey ? AsOf.named(at) : AsOf.present(at);
  }
}
