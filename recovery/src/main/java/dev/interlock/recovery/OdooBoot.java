package dev.interlock.recovery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The company's own Odoo, started on what a drill restored.
 *
 * @param program what starts it: it finds database, files and port in its environment, and runs for
 *     as long as Odoo does
 * @param health path that answers with 200 when it is up
 * @param timeout it must be up after so long
 * @param login of the user whom the drill signs in as; null for Odoo's administrator. The drill
 *     gives that user of the copy a password of its own
 * @param requests the company's own
 * @param said is shown the last lines that the program wrote when it is not up
 */
public record OdooBoot(
    Path program,
    String health,
    Duration timeout,
    @Nullable String login,
    List<OdooRequest> requests,
    Consumer<List<String>> said) {

  /** Where each Odoo since 15 answers when it is up. */
  public static final String HEALTH = "/web/health";

  /** Long enough for a big one. */
  public static final Duration TIMEOUT = Duration.ofMinutes(5);

  public OdooBoot {
    requests = List.copyOf(requests);
  }
}
