package dev.interlock.server.observing;

import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ServerLedger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers of the product, beside those of the machinery. */
@Configuration(proxyBeanMethods = false)
class MetersWiring {

  @Bean
  MeterBinder ledgerMeters(ServerLedger ledger) {
    return meters ->
        Gauge.builder("interlock.ledger.entries", ledger, l -> l.ledger().size())
            .description("Entries of the ledger, whichever server appended them")
            .register(meters);
  }

  @Bean
  MeterBinder estateMeters(CurrentEstate estate) {
    return meters ->
        Gauge.builder("interlock.estate.troubles", estate, e -> e.state().trouble().size())
            .description("Reasons why the newest estate is not in force; 0 when it is")
            .register(meters);
  }
}
