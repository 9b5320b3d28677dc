package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the company's Odoo must answer when a drill starts it on what was restored. How it is
 * started is said where the drill runs: whoever may change the estate must not run programs there.
 */
@Doc("What the company's Odoo must answer when a drill starts it on what was restored.")
public record BootProof(
    @Doc(
            value = "Path that answers with 200 when it is up; /web/health when absent.",
            example = "/web/health")
        @Nullable String health,
    @Doc(value = "It must be up after so long; five minutes when absent.", example = "PT5M")
        @Nullable Duration timeout,
    @Doc(
            value =
                "Login of the user whom the drill signs in as; Odoo's administrator when absent. In the copy, that user gets a password of the drill's own.",
            example = "drill@example.com")
        @Nullable String login,
    @Doc("Requests of the company's own, beside what is known of each part of Odoo.")
        List<Request> requests) {

  /** A request that is made by the user who signed in; it must be answered with 200. */
  @Doc("A request that is made by the user who signed in; it must be answered with 200.")
  public record Request(
      @Doc(value = "Name of the request.", example = "shop-opens") String name,
      @Doc(value = "Path with what is asked.", example = "/shop?search=pump") String path,
      @Doc("JSON that is posted; it is a GET when absent.") @Nullable String body,
      @Doc("Text that the answer must hold; any answer will do when absent.")
          @Nullable String contains) {}
}
