package dev.interlock.facts.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.Resource;
import dev.interlock.facts.TemplateExpansion;
import dev.interlock.finding.SourceRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found wrong, and what is planned, stands at the right place of the template. */
class PlacesTest {

  private static final String NEEDLE = "nope";

  /** The call of a function that is absent stands where the needle is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[parameters('nope')]",
        "[concat('a', parameters('nope'))]",
        "[concat('say \\\"', parameters('nope'))]",
        "[concat('tab\\t\\n\\\\', parameters('nope'))]",
        "[concat('äöü😀', parameters('nope'))]",
        "[concat('\\u0001', parameters('nope'))]",
      })
  void a_failing_call_is_shown_in_its_text(String expression) {
    String template =
        """
        {"contentVersion": "1.0.0.0", "resources": [],
          "outputs": {"o": {"type": "string", "value": "%s"}}}
        """
            .formatted(expression);
    TemplateExpansion expansion = Expanding.text(template);
    SourceRef place = expansion.diagnostics().getFirst().source();
    String line = template.lines().skip(1).findFirst().orElseThrow();
    int call = line.indexOf("parameters('" + NEEDLE);
    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isEqualTo(line.codePointCount(0, call) + 1);
  }

  @Test
  void properties_stand_where_they_are_written() {
    Resource vm =
        Expanding.text(
                """
                {"contentVersion": "1.0.0.0",
                 "variables": {"v": {"x": 1}},
                 "resources": [
                  {"type": "Microsoft.Compute/virtualMachines", "apiVersion": "1", "name": "vm",
                   "location": "[resourceGroup().location]",
                   "properties": {
                     "a": "[variables('v')]",
                     "copy": [
                      {"name": "disks", "count": 2,
                       "input": {
                         "lun": "[copyIndex('disks')]"}}],
                     "b": ["x",
                       "[reference('y').z]"]}}]}
                """)
            .resources()
            .getFirst();
    assertThat(vm.source("location").line()).isEqualTo(5);
    assertThat(vm.source("properties.a.x").line()).isEqualTo(7);
    assertThat(vm.source("properties.disks[1].lun").line()).isEqualTo(11);
    assertThat(vm.source("properties.b[1]").line()).isEqualTo(13);
    assertThat(vm.source("properties.b[1]").column()).isEqualTo(8);
    assertThat(vm.source("name").line()).isEqualTo(4);
    assertThat(vm.source().line()).isEqualTo(4);
  }
}
