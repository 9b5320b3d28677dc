package dev.interlock.guardrails.pack;

import dev.interlock.estate.Control;
import dev.interlock.estate.Control.FrameworkReference;
import dev.interlock.estate.Control.Match;
import dev.interlock.estate.Tier;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.Guardrail;
import dev.interlock.guardrails.Origin;
import dev.interlock.guardrails.cel.Expression;
import dev.interlock.guardrails.judge.CompiledControl;
import dev.interlock.guardrails.path.PathParser;
import dev.interlock.guardrails.path.PropertyPath;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one checked control into the file of compiled controls, and reads it back. */
final class PackedControl {

  private static final Set<String> ROOTS = Set.of("resource", "object", "pod", "item");

  private PackedControl() {}

  static void write(DataOutputStream out, Guardrail guardrail) throws IOException {
    Control control = guardrail.control();
    CompiledControl compiled = guardrail.compiled();
    out.writeUTF(guardrail.name());
    out.writeUTF(guardrail.source().file());
    out.writeInt(guardrail.source().line());
    out.writeUTF(control.title());
    PackFormat.writeTexts(out, control.match().planes());
    PackFormat.writeTexts(out, control.match().types());
    PackFormat.writeTexts(out, control.match().tiers().stream().map(Tier::name).toList());
    PackFormat.writeText(out, control.match().when());
    PackFormat.writeTexts(out, control.each());
    out.writeUTF(control.rule());
    PackFormat.writeText(out, control.message());
    PackFormat.writeText(out, control.at());
    out.writeUTF(control.severity().name());
    out.writeUTF(control.rationale());
    out.writeUTF(control.remediation());
    out.writeInt(control.frameworks().size());
    for (FrameworkReference reference : control.frameworks()) {
      out.writeUTF(reference.framework());
      out.writeUTF(reference.requirement());
    }
    PackFormat.writeValue(out, control.params());
    PackFormat.writeBytes(out, bytes(compiled.when()));
    PackFormat.writeBytes(out, bytes(compiled.rule()));
    PackFormat.writeBytes(out, bytes(compiled.message()));
  }

  @SuppressWarnings("unchecked") // parameters are written as a mapping
  static Guardrail read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    SourceRef source = new SourceRef(in.readUTF(), in.readInt(), 1);
    String title = in.readUTF();
    Match match = readMatch(in);
    List<String> each = PackFormat.readTexts(in);
    String rule = in.readUTF();
    String message = PackFormat.readText(in);
    String at = PackFormat.readText(in);
    Severity severity = Severity.valueOf(in.readUTF());
    String rationale = in.readUTF();
    String remediation = in.readUTF();
    List<FrameworkReference> frameworks = readFrameworks(in);
    Map<String, Object> params = (Map<String, Object>) PackFormat.readValue(in);
    Control control =
        new Control(
            title,
            match,
            each,
            rule,
            message,
            at,
            severity,
            rationale,
            remediation,
            frameworks,
            params);
    return new Guardrail(name, control, Origin.SHIPPED, source, readCompiled(in, each, at));
  }

  private static Match readMatch(DataInputStream in) throws IOException {
    return new Match(
        PackFormat.readTexts(in),
        PackFormat.readTexts(in),
        PackFormat.readTexts(in).stream().map(Tier::valueOf).toList(),
        PackFormat.readText(in));
  }

  private static List<FrameworkReference> readFrameworks(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<FrameworkReference> references = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      references.add(new FrameworkReference(in.readUTF(), in.readUTF()));
    }
    return references;
  }

  private static CompiledControl readCompiled(
      DataInputStream in, List<String> each, @Nullable String at) throws IOException {
    Expression when = expression(PackFormat.readBytes(in));
    Expression rule = Objects.requireNonNull(expression(PackFormat.readBytes(in)));
    Expression message = expression(PackFormat.readBytes(in));
    return new CompiledControl(
        when,
        each.stream().map(PackedControl::path).toList(),
        rule,
        message,
        at == null ? null : path(at));
  }

  private static PropertyPath path(String text) {
    return Objects.requireNonNull(PathParser.parse(text, ROOTS, true, new ArrayList<>()));
  }

  private static byte @Nullable [] bytes(@Nullable Expression expression) {
    return expression == null ? null : expression.toBytes();
  }

  private static @Nullable Expression expression(byte @Nullable [] bytes) {
    return bytes == null ? null : Expression.fromBytes(bytes);
  }
}
