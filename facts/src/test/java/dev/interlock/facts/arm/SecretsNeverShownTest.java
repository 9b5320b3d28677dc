package dev.interlock.facts.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.Resource;
import dev.interlock.facts.TemplateExpansion;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a template makes of the values of secure parameters, nobody sees them. */
@Tag("slow")
class SecretsNeverShownTest {

  private static final int ROUNDS = 1500;
  private static final String SECRET = "hunter2zq9";
  private static final String PIN = "86753098675309";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void random_templates_never_show_them(long seed) {
    RandomTemplates templates = new RandomTemplates(seed);
    for (int i = 0; i < ROUNDS; i++) {
      String template = templates.template(SECRET);
      String shown = shown(Expanding.text(template)).toLowerCase(Locale.ROOT);
      assertThat(shown.contains(SECRET)).as("%s%n%s", template, shown).isFalse();
      assertThat(shown.contains(PIN)).as("%s%n%s", template, shown).isFalse();
    }
  }

  private static String shown(TemplateExpansion expansion) {
    String ids =
        expansion.resources().stream()
            .map(resource -> described(resource))
            .collect(Collectors.joining("\n"));
    return Expanding.shown(expansion) + ids;
  }

  private static String described(Resource resource) {
    return resource.id() + " " + resource.name() + " " + resource.type() + " " + resource.file();
  }
}
