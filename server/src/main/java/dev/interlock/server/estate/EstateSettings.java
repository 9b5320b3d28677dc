package dev.interlock.server.estate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the estate is fetched, from {@code INTERLOCK_ESTATE_…}.
 *
 * @param user who signs in to the repository; any name where a token is enough
 * @param password or token; empty for a repository that anybody reads, or for SSH
 * @param poll how often something newer is looked for
 * @param webhookSecret what a repository signs its calls with; empty refuses them all
 */
@ConfigurationProperties("interlock.estate")
public record EstateSettings(
    @DefaultValue("interlock") String user,
    @DefaultValue("") String password,
    @DefaultValue("30s") Duration poll,
    @DefaultValue("") String webhookSecret) {

  /** True when there is a password to sign in with. */
  boolean signsIn() {
    return !password.isEmpty();
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "EstateSettings[" + user + ", every " + poll + "]";
  }
}
