package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.Compiler;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.FunctionTable;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.TemplateText;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of what is written in one template. */
public final class Evaluator {

  private static final int LONGEST_REASON = 300;

  private final String file;
  private final Run run;
  private final Compiler<TemplateScope> compiler;
  private final Map<String, Program<TemplateScope>> programs = new HashMap<>();
  private SourceRef here;

  /**
   * For a template.
   *
   * @param file as the user named it
   * @param functions what its expressions may call
   */
  Evaluator(String file, Run run, FunctionTable<TemplateScope> functions) {
    this(file, run, new Compiler<>(functions, Program.Missing.FAILS));
  }

  private Evaluator(String file, Run run, Compiler<TemplateScope> compiler) {
    this.file = file;
    this.run = run;
    this.compiler = compiler;
    this.here = SourceRef.file(file);
  }

  /** The same for what is written elsewhere. */
  Evaluator called(String other) {
    return new Evaluator(other, run, compiler);
  }

  /** Where the expression stands that is being evaluated. */
  SourceRef here() {
    return here;
  }

  /** The template's file. */
  String file() {
    return file;
  }

  /** The value of a node, with every expression in it evaluated; what fails is unknown. */
  public Value value(Node node, TemplateScope scope) {
    run.spend(1);
    return switch (node) {
      case ScalarNode scalar when scalar.value() instanceof String text ->
          text(scalar, text, scope);
      case ScalarNode _, UnknownNode _ -> Values.of(node);
      case SequenceNode list -> {
        List<Value> items = new ArrayList<>(list.items().size());
        list.items().forEach(item -> items.add(value(item, scope)));
        yield new ArrayValue(items);
      }
      case MappingNode mapping -> object(mapping, scope);
    };
  }

  /** The text that a node comes to; empty when it is none, not known or secret. */
  String textOf(Node node, TemplateScope scope) {
    return value(node, scope) instanceof StringValue text && !text.isSecret() ? text.text() : "";
  }

  private Value object(MappingNode mapping, TemplateScope scope) {
    Map<String, Value> properties = LinkedHashMap.newLinkedHashMap(mapping.entries().size());
    for (Entry entry : mapping.entries()) {
      if (Copies.are(entry)) {
        new Copies(this, run).put((SequenceNode) entry.value(), scope, properties);
      } else {
        properties.put(key(entry, scope), value(entry.value(), scope));
      }
    }
    return ObjectValue.of(properties);
  }

  private String key(Entry entry, TemplateScope scope) {
    if (!TemplateText.isExpression(entry.key())) {
      return TemplateText.literal(entry.key());
    }
    ScalarNode written = new ScalarNode(entry.key(), entry.key(), entry.line(), entry.column());
    return value(written, scope) instanceof StringValue text && !text.isSecret()
        ? text.text()
        : entry.key();
  }

  private Value text(ScalarNode node, String text, TemplateScope scope) {
    if (!TemplateText.isExpression(text)) {
      return Values.of(TemplateText.literal(text));
    }
    SourceRef before = here;
    here = node.in(file);
    try {
      run.enter();
      Value value = program(text).evaluate(scope, run.work());
      run.made(value);
      return value;
    } catch (ExpressionException e) {
      return failed(node, e);
    } finally {
      run.leave();
      here = before;
    }
  }

  private Program<TemplateScope> program(String text) {
    Program<TemplateScope> known = programs.get(text);
    if (known == null) {
      known = compiler.text(text);
      programs.put(text, known);
    }
    return known;
  }

  private Value failed(ScalarNode node, ExpressionException e) {
    run.spend(0);
    int column = node.column() + QuotedText.columns(node.text(), Math.max(e.offset(), 0));
    String reason = Shortened.of(e.reason(), LONGEST_REASON);
    run.problem(Problem.EXPRESSION, new SourceRef(file, node.line(), column), reason);
    return new UnknownValue("its expression fails: " + reason);
  }
}
