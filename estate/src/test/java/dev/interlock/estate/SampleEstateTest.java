package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import dev.interlock.testkit.Checkout;
import org.junit.jupiter.api.Test;

class SampleEstateTest {

  private final LoadedEstate loaded = new EstateLoader().load(Checkout.samples().resolve("estate"));

  @Test
  void the_sample_estate_has_no_errors() {
    assertThat(loaded.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    assertThat(loaded.estate().size()).isGreaterThan(50);
  }

  @Test
  void every_calendar_file_is_there() {
    assertThat(loaded.calendarFiles()).isNotEmpty();
    assertThat(loaded.calendarFiles().values()).allMatch(t -> t.startsWith("BEGIN:VCALENDAR"));
  }
}
