package dev.interlock.expression;

import dev.interlock.expression.Expression.Access;
import dev.interlock.expression.Expression.Call;
import dev.interlock.expression.Expression.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads template expressions. */
public final class ExpressionParser {

  /** Azure refuses expressions that are longer. */
  private static final int LONGEST = 81_920;

  /** Azure allows functions to be nested 64 deep; brackets and accesses count here too. */
  private static final int DEEPEST = 200;

  private final Lexer lexer;
  private int depth;

  private ExpressionParser(String text) {
    this.lexer = new Lexer(text, 1, text.length() - 1);
  }

  /**
   * Reads a text in square brackets, see {@link TemplateText#isExpression}.
   *
   * @throws ExpressionException when it can't be read, with the place
   */
  public static Expression parse(String text) {
    if (text.length() > LONGEST) {
      throw new ExpressionException("an expression may have " + LONGEST + " characters at most", 0);
    }
    ExpressionParser parser = new ExpressionParser(text);
    Expression expression = parser.expression();
    Token rest = parser.lexer.next();
    if (rest.kind() != Token.Kind.END) {
      throw parser.unexpected(rest, "the end of the expression");
    }
    return expression;
  }

  private Expression expression() {
    if (++depth > DEEPEST) {
      throw new ExpressionException("the expression is nested too deep", lexer.peek().offset());
    }
    Expression expression = accesses(primary());
    depth--;
    return expression;
  }

  private Expression primary() {
    Token token = lexer.next();
    return switch (token.kind()) {
      case TEXT -> new Literal(Values.of(token.text()), token.offset());
      case NUMBER -> new Literal(number(token), token.offset());
      case NAME -> named(token);
      case OPEN -> {
        Expression inner = expression();
        expect(Token.Kind.CLOSE, "a closing parenthesis");
        yield inner;
      }
      default -> throw unexpected(token, "a function, a text or a number");
    };
  }

  private Value number(Token token) {
    try {
      return NumberValue.of(new java.math.BigDecimal(token.text()));
    } catch (NumberFormatException _) {
      throw unexpected(token, "a number");
    }
  }

  private Expression named(Token name) {
    StringBuilder full = new StringBuilder(name.text());
    while (lexer.peek().kind() == Token.Kind.DOT) {
      lexer.next();
      full.append('.').append(expect(Token.Kind.NAME, "a function's name").text());
    }
    if (lexer.peek().kind() == Token.Kind.OPEN) {
      return new Call(full.toString(), arguments(), name.offset());
    }
    return switch (full.toString().toLowerCase(Locale.ROOT)) {
      case "true" -> new Literal(BooleanValue.TRUE, name.offset());
      case "false" -> new Literal(BooleanValue.FALSE, name.offset());
      case "null" -> new Literal(NullValue.NULL, name.offset());
      default ->
          throw new ExpressionException(
              "'" + full + "' must be called as a function, or be a text in single quotes",
              name.offset());
    };
  }

  private List<Expression> arguments() {
    lexer.next();
    List<Expression> arguments = new ArrayList<>();
    if (lexer.peek().kind() == Token.Kind.CLOSE) {
      lexer.next();
      return arguments;
    }
    while (true) {
      arguments.add(expression());
      Token token = lexer.next();
      if (token.kind() == Token.Kind.CLOSE) {
        return arguments;
      }
      if (token.kind() != Token.Kind.COMMA) {
        throw unexpected(token, "a comma or a closing parenthesis");
      }
    }
  }

  private Expression accesses(Expression target) {
    Expression expression = target;
    for (int i = 0; ; i++) {
      Token token = lexer.peek();
      if (i > DEEPEST) {
        throw new ExpressionException("too many accesses in a row", token.offset());
      }
      switch (token.kind()) {
        case DOT, SAFE_DOT -> {
          lexer.next();
          Token name = expect(Token.Kind.NAME, "a property's name");
          Literal key = new Literal(Values.of(name.text()), name.offset());
          expression =
              new Access(expression, key, token.kind() == Token.Kind.SAFE_DOT, token.offset());
        }
        case OPEN_INDEX, SAFE_INDEX -> {
          lexer.next();
          Expression key = expression();
          expect(Token.Kind.CLOSE_INDEX, "a closing bracket");
          expression =
              new Access(expression, key, token.kind() == Token.Kind.SAFE_INDEX, token.offset());
        }
        default -> {
          return expression;
        }
      }
    }
  }

  private Token expect(Token.Kind kind, String expected) {
    Token token = lexer.next();
    if (token.kind() != kind) {
      throw unexpected(token, expected);
    }
    return token;
  }

  private ExpressionException unexpected(Token token, String expected) {
    String found = token.kind() == Token.Kind.END ? "the end" : "'" + token.text() + "'";
    return new ExpressionException("expected " + expected + " and found " + found, token.offset());
  }
}
