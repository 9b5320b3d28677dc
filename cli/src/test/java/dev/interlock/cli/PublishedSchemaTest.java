package dev.interlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublishedSchemaTest {

  private static final Path FILE = Checkout.root().resolve("docs/schema/Change.json");

  @Test
  void the_published_schema_of_a_change_is_the_printed_one() throws IOException {
    String printed = CliRun.of("estate", "schema", "Change").out();
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      Files.writeString(FILE, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(FILE));
  }
}
