package dev.interlock.server.security.signin;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

/** The identity provider. It is asked at the first sign-in: the server starts without it too. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("interlock.oidc.issuer")
class OidcWiring {

  @Bean
  ClientRegistrationRepository identityProvider(SignInSettings settings) {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registration(settings)));
  }

  private static ClientRegistration registration(SignInSettings settings) {
    String issuer = Objects.requireNonNull(settings.issuer()).toString();
    return ClientRegistrations.fromIssuerLocation(issuer)
        .registrationId("oidc")
        .clientId(Objects.requireNonNull(settings.clientId()))
        .clientSecret(settings.clientSecret())
        .scope(settings.scopes())
        .build();
  }
}
