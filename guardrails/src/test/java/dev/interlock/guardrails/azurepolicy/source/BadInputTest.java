package dev.interlock.guardrails.azurepolicy.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import dev.interlock.goldens.Checkout;
import dev.interlock.guardrails.azurepolicy.reading.PolicyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way for a policy file to be wrong, with its place; and that the rest is read. */
class BadInputTest {

  private static final String RULE =
      "{'if': {'field': 'a', 'exists': true}, 'then': {'effect': 'deny'}}";
  private static final String SOUND = "{'name': 'sound', 'policyRule': " + RULE + "}";
  private static final String ASSIGNMENT =
      "{'id': '/subscriptions/1/providers/Microsoft.Authorization/policyAssignments/a', ";
  private static final String EXEMPTION =
      "{'id': '/subscriptions/1/providers/Microsoft.Authorization/policyExemptions/a',"
          + " 'policyAssignmentId': '/b', 'exemptionCategory': ";

  @TempDir Path folder;

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("POL003", "@{'colour': 'blue'}"),
        Arguments.of("POL004", "{@'diplayName': 'x', 'policyRule': " + RULE + "}"),
        Arguments.of("POL005", "@{'mode': 'All', 'policyType': 'Custom'}"),
        Arguments.of("POL005", "{'policyRule': @{'if': {}}}"),
        Arguments.of("POL005", "{'policyRule': {'if': {}, 'then': @{}}}"),
        Arguments.of("POL006", "{'policyRule': @'text'}"),
        Arguments.of(
            "POL007", "{'parameters': {'p': {'type': @'Sring'}}, 'policyRule': " + RULE + "}"),
        Arguments.of("POL008", "{'policyRule': @'@{if=; then=}'}"),
        Arguments.of("POL009", "@" + SOUND),
        Arguments.of(
            "POL010", ASSIGNMENT + "'policyDefinitionId': '/d', 'definitionVersion': @'1'}"),
        Arguments.of("POL010", "{'version': @'one', 'policyRule': " + RULE + "}"),
        Arguments.of("POL011", EXEMPTION + "'Waiver', 'expiresOn': @'soon'}"),
        Arguments.of("POL007", EXEMPTION + "@'because'}"),
        Arguments.of(
            "POL012", ASSIGNMENT + "'policyDefinitionId': '/d', 'scope': @'/subscriptions/2'}"),
        Arguments.of(
            "POL013",
            ASSIGNMENT
                + "'policyDefinitionId': '/d', 'resourceSelectors': [{'selectors':"
                + " [@{'kind': 'resourceType', 'in': ['a'], 'notIn': ['b']}]}]}"),
        Arguments.of(
            "POL014",
            "{'policyDefinitions': [{'policyDefinitionId': '/a', 'policyDefinitionReferenceId': 'r'},"
                + " {'policyDefinitionId': '/b', 'policyDefinitionReferenceId': @'R'}]}"),
        Arguments.of(
            "POL015",
            "{'policyDefinitionGroups': [{'name': 'a'}],"
                + " 'policyDefinitions': [@{'policyDefinitionId': '/b', 'groupNames': ['b']}]}"),
        Arguments.of("POL016", "@{'name': 'a', 'policyDefinitionId': '/d'}"),
        Arguments.of(
            "POL017",
            "@{'nodeName': '/', 'assignment': {'name': 'n'}, 'scope': {'dev': ['/subscriptions/1']}}"),
        Arguments.of("POL018", "{'exemptions': [@{'name': 'a', 'policyDefinitionName': 'x'}]}"),
        Arguments.of(
            "POL019",
            "{'parameters': {'p': {'type': 'Array', 'defaultValue': @'one'}}, 'policyRule': "
                + RULE
                + "}"),
        Arguments.of(
            "POL024",
            "{'contentVersion': '1', 'resources': [{'type':"
                + " 'Microsoft.Authorization/policyDefinitions', 'properties': {'policyRule':"
                + " {'if': {'field': @'[concat(1)]'}, 'then': {'effect': 'deny'}}}}]}"));
  }

  /** The first {@code @} marks the place. */
  @ParameterizedTest
  @MethodSource("wrong")
  void isToldWithItsPlaceAndStopsNothing(String code, String marked) throws IOException {
    int place = marked.indexOf('@');
    String json = marked.substring(0, place) + marked.substring(place + 1);
    Path file = folder.resolve("a.json");
    Files.writeString(file, ("[" + SOUND + ",\n" + json + "]").replace('\'', '"'));
    PolicyReading reading = PolicyReader.read(List.of(folder));

    assertThat(reading.diagnostics())
        .extracting(d -> d.code() + " " + d.source())
        .containsExactly(code + " " + file + ":2:" + (place + 1));
    assertThat(reading.objects().definitions())
        .anySatisfy(definition -> assertThat(definition.name()).isEqualTo("sound"));
  }

  @Test
  void whatIsNotThereIsTold() {
    assertThat(PolicyReader.read(List.of(folder.resolve("none"))).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("POL001");
  }

  @Test
  void anEmptyFolderIsTold() {
    assertThat(PolicyReader.read(List.of(folder)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("POL002");
  }

  @Test
  void aFolderThatIsNamedTwiceIsReadOnce() throws IOException {
    Files.writeString(folder.resolve("sound.json"), SOUND.replace('\'', '"'));
    Path same = folder.resolve("..").resolve(folder.getFileName());
    PolicyReading reading = PolicyReader.read(List.of(folder, same, folder.resolve("sound.json")));

    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.objects().definitions()).hasSize(1);
  }

  @Test
  void aBrokenFileDoesNotHideTheOthers() throws IOException {
    Files.writeString(folder.resolve("broken.json"), "{\"policyRule\": ");
    Files.writeString(folder.resolve("sound.json"), SOUND.replace('\'', '"'));
    PolicyReading reading = PolicyReader.read(List.of(folder));

    assertThat(reading.hasErrors()).isTrue();
    assertThat(reading.objects().definitions()).hasSize(1);
  }

  @Test
  void everyCodeIsOnThePageOfDiagnostics() throws IOException {
    List<String> listed =
        Files.readAllLines(Checkout.root().resolve("docs/diagnostics.md")).stream()
            .filter(line -> line.matches("\\| POL0[0-4].*"))
            .map(line -> line.substring(2, 8))
            // From here on they are those of rules, assignments and tests.
            .takeWhile(code -> code.compareTo("POL050") < 0)
            .toList();

    assertThat(listed).containsExactlyElementsOf(codes());
  }

  private static List<String> codes() {
    return Arrays.stream(PolicyCode.values()).map(Enum::name).toList();
  }
}
