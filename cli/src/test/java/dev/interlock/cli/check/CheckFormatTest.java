package dev.interlock.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interlock.cli.CliGolden;
import dev.interlock.finding.Finding;
import dev.interlock.usecases.CheckReport;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CheckFormatTest {

  @ParameterizedTest
  @EnumSource(CheckFormat.class)
  void every_format_shows_a_report_as_its_golden_says(CheckFormat format) {
    CliGolden.verify("check/mixed." + extension(format), render(format, SampleReports.mixed()));
  }

  @ParameterizedTest
  @EnumSource(CheckFormat.class)
  void every_format_shows_that_nothing_was_found(CheckFormat format) {
    CliGolden.verify("check/clean." + extension(format), render(format, SampleReports.clean()));
  }

  @Test
  void sarif_is_valid_under_the_schema_of_the_standard() {
    assertThat(sarifErrors(render(CheckFormat.SARIF, SampleReports.mixed()))).isEmpty();
    assertThat(sarifErrors(render(CheckFormat.SARIF, SampleReports.clean()))).isEmpty();
  }

  @Test
  void the_sarif_schema_can_refuse() {
    String sarif = render(CheckFormat.SARIF, SampleReports.mixed());
    assertThat(sarifErrors(sarif.replace("\"level\": \"error\"", "\"level\": \"high\"")))
        .isNotEmpty();
  }

  @Test
  void junit_counts_agree_with_its_test_cases() throws Exception {
    Document xml = parse(render(CheckFormat.JUNIT, SampleReports.mixed()));
    Element root = xml.getDocumentElement();
    for (String kind : new String[] {"failure", "error", "skipped"}) {
      String attribute = kind.equals("skipped") ? kind : kind + "s";
      assertThat(root.getAttribute(attribute))
          .isEqualTo(String.valueOf(root.getElementsByTagName(kind).getLength()));
    }
    NodeList cases = root.getElementsByTagName("testcase");
    assertThat(root.getAttribute("tests")).isEqualTo(String.valueOf(cases.getLength()));
  }

  @Test
  void text_from_files_cannot_break_out_of_markdown() {
    String markdown = render(CheckFormat.MARKDOWN, SampleReports.mixed());
    assertThat(markdown).doesNotContain("@team", "<b>", "`wrong`", "[the guide]", "odoo|web");
  }

  @Test
  void text_from_files_makes_no_link_in_sarif() {
    CheckReport mixed = SampleReports.mixed();
    Finding usual = mixed.findings().getFirst();
    Finding linked =
        new Finding(
            usual.control(),
            usual.title(),
            usual.effect(),
            usual.severity(),
            usual.verdict(),
            usual.subject(),
            usual.source(),
            "see [here](https://example.org)",
            usual.remediation(),
            null,
            usual.fingerprint());
    var report = new CheckReport(1, 1, mixed.controls(), List.of(linked), List.of(), 0);
    assertThat(render(CheckFormat.SARIF, report))
        .contains("see \\\\[here\\\\](https://example.org)")
        .doesNotContain("[here]");
  }

  @Test
  void text_from_files_cannot_steer_the_terminal() {
    assertThat(render(CheckFormat.TEXT, SampleReports.mixed())).doesNotContain("\u0007");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "JSON", "MARKDOWN"})
  void how_much_of_a_plan_was_understood_is_told(CheckFormat format) {
    CheckReport clean = SampleReports.clean();
    List<String> notes = List.of("Terraform: 7 of 9 attributes");
    var report = new CheckReport(1, 1, clean.controls(), List.of(), List.of(), 0, notes);
    assertThat(render(format, report)).contains("Terraform: 7 of 9 attributes");
    assertThat(render(format, clean)).doesNotContain("Terraform", "notes");
  }

  private static String render(CheckFormat format, CheckReport report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    format.write(SampleReports.view(report), out);
    out.flush();
    return text.toString();
  }

  private static java.util.List<com.networknt.schema.Error> sarifErrors(String sarif) {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(
                CheckFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));
    return schema.validate(sarif, InputFormat.JSON);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String extension(CheckFormat format) {
    return switch (format) {
      case TEXT -> "txt";
      case JSON -> "json";
      case SARIF -> "sarif";
      case JUNIT -> "xml";
      case MARKDOWN -> "md";
    };
  }
}
