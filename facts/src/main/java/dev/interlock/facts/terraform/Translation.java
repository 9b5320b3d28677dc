package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.terraform.Rule.Change;
import dev.interlock.facts.terraform.Rule.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a value of Terraform into the one that ARM has for it. */
final class Translation {

  private Translation() {}

  /** The translated value; null when the rule is not for such a value. */
  static @Nullable Node of(Node value, Change change) {
    return switch (value) {
      case SequenceNode list -> list(list, change);
      case ScalarNode scalar -> scalar(scalar, change);
      case MappingNode mapping when change.shape() == Shape.PAIRS -> pairs(mapping, change);
      case UnknownNode _, MappingNode _ -> value;
    };
  }

  private static Node pairs(MappingNode mapping, Change change) {
    String[] names = change.by().split(",");
    List<Node> items = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      int line = entry.line();
      int column = entry.column();
      Node key = new ScalarNode(entry.key(), entry.key(), line, column);
      Entry first = new Entry(names[0], line, column, key);
      Entry second = new Entry(names[1], line, column, entry.value());
      items.add(new MappingNode(List.of(first, second), line, column));
    }
    return new SequenceNode(items, mapping.line(), mapping.column());
  }

  private static @Nullable Node scalar(ScalarNode scalar, Change change) {
    ScalarNode used = used(scalar, change);
    if (used == null) {
      return null;
    }
    Node word = change.words().get(used.text());
    Node worded = word == null ? number(flipped(used, change), change) : Nodes.at(word, scalar);
    return worded instanceof ScalarNode plain ? shaped(plain, change) : worded;
  }

  private static @Nullable ScalarNode used(ScalarNode scalar, Change change) {
    Pattern match = change.match();
    if (match == null) {
      return scalar;
    }
    Matcher matcher = match.matcher(scalar.text());
    if (!matcher.matches()) {
      return null;
    }
    return Nodes.text(matcher.replaceFirst(change.use()), scalar);
  }

  private static ScalarNode flipped(ScalarNode scalar, Change change) {
    return change.not() && scalar.value() instanceof Boolean flag
        ? Nodes.flag(!flag, scalar)
        : scalar;
  }

  private static ScalarNode number(ScalarNode scalar, Change change) {
    boolean same = change.times() == 1 && change.divide() == 1;
    BigDecimal number = same ? null : decimal(scalar.value());
    return number == null
        ? scalar
        : Nodes.number(
            number
                .multiply(BigDecimal.valueOf(change.times()), MathContext.DECIMAL64)
                .divide(BigDecimal.valueOf(change.divide()), MathContext.DECIMAL64),
            scalar);
  }

  private static @Nullable BigDecimal decimal(@Nullable Object value) {
    return switch (value) {
      case Long whole -> BigDecimal.valueOf(whole);
      case BigInteger whole -> new BigDecimal(whole);
      case BigDecimal number -> number;
      case null, default -> null;
    };
  }

  private static Node shaped(ScalarNode scalar, Change change) {
    return switch (change.shape()) {
      case AS_IS, JOIN, KEYS, FIRST, ONLY, PAIRS -> scalar;
      case JSON -> json(scalar);
      case TEXT -> Nodes.text(scalar.text(), scalar);
      case NUMBER -> asNumber(scalar);
      case SPLIT -> split(scalar, change.by().strip());
      case LIST -> new SequenceNode(List.of(scalar), scalar.line(), scalar.column());
    };
  }

  private static Node json(ScalarNode scalar) {
    Node said = Azapi.json(scalar.text(), scalar);
    return said == null ? scalar : said;
  }

  private static Node asNumber(ScalarNode scalar) {
    try {
      boolean small = scalar.text().length() <= 30;
      return small ? Nodes.number(new BigDecimal(scalar.text().strip()), scalar) : scalar;
    } catch (NumberFormatException _) {
      return scalar;
    }
  }

  private static Node split(ScalarNode scalar, String by) {
    List<Node> items = new ArrayList<>();
    for (String item : scalar.text().split(Pattern.quote(by), -1)) {
      items.add(Nodes.text(item.strip(), scalar));
    }
    return new SequenceNode(items, scalar.line(), scalar.column());
  }

  private static @Nullable Node list(SequenceNode list, Change change) {
    return switch (change.shape()) {
      case JOIN -> joined(list, change);
      case KEYS -> keys(list);
      case FIRST -> list.items().isEmpty() ? null : of(list.items().getFirst(), change);
      case ONLY -> list.items().size() == 1 ? of(list.items().getFirst(), change) : null;
      case AS_IS, JSON, TEXT, NUMBER, SPLIT, LIST, PAIRS -> each(list, change);
    };
  }

  private static Node each(SequenceNode list, Change change) {
    List<Node> items = new ArrayList<>(list.items().size());
    for (Node item : list.items()) {
      Node translated = of(item, change);
      if (translated != null) {
        items.add(translated);
      }
    }
    return new SequenceNode(items, list.line(), list.column());
  }

  private static Node joined(SequenceNode list, Change change) {
    List<String> texts = new ArrayList<>();
    for (Node item : list.items()) {
      switch (of(item, change)) {
        case UnknownNode unknown -> {
          return unknown;
        }
        case ScalarNode text -> texts.add(text.text());
        case null, default -> {}
      }
    }
    return Nodes.text(String.join(change.by(), texts), list);
  }

  private static Node keys(SequenceNode list) {
    List<Entry> entries = new ArrayList<>();
    for (Node item : list.items()) {
      if (item instanceof UnknownNode unknown) {
        return unknown;
      }
      if (item instanceof ScalarNode text) {
        MappingNode nothing = new MappingNode(List.of(), item.line(), item.column());
        entries.add(new Entry(text.text(), item.line(), item.column(), nothing));
      }
    }
    return new MappingNode(entries, list.line(), list.column());
  }
}
