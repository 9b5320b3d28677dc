package dev.interlock.guardrails.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.ScalarNode;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of a random text is found where it was written, in every style of YAML. */
class ScalarPlacesTest {

  private static final String[] STYLES = {"plain", "|", ">", "|2-", "\"", "'", "anchor"};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void word_is_found_where_it_was_written(int seed) {
    for (String style : STYLES) {
      check(new Written(new Random(seed), style));
    }
  }

  private static void check(Written written) {
    List<Document> documents = new ArrayList<>();
    assertThat(DocumentReader.standard().read(written.text(), "f", documents::add)).isEmpty();
    MappingNode root = (MappingNode) documents.getFirst().root();
    ScalarNode scalar = (ScalarNode) root.entries().getFirst().value();
    ScalarPlaces places = new ScalarPlaces(new SourceText("f", written.text()));
    int from = 0;
    for (int i = 0; i < written.words.size(); i++) {
      int index = scalar.text().indexOf(written.words.get(i), from);
      int offset = scalar.text().codePointCount(0, index);
      assertThat(places.placeOf(scalar, offset))
          .as("%s in%n%s", written.words.get(i), written.text())
          .isEqualTo(written.places.get(i));
      from = index + written.words.get(i).length();
    }
  }

  /** A scalar in one style whose words are distinct, with the place of each. */
  private static final class Written {

    private final StringBuilder text = new StringBuilder("# x\nk: ");
    private final List<String> words = new ArrayList<>();
    private final List<SourceRef> places = new ArrayList<>();
    private int line = 2;
    private int column = 4;

    private Written(RandomGenerator random, String style) {
      boolean quoted = style.equals("\"") || style.equals("'");
      boolean block = style.startsWith("|") || style.startsWith(">");
      put(quoted ? style : block ? style : style.equals("anchor") ? "&a !!str " : "");
      if (block) {
        newLine();
      }
      for (int i = 0; i < 12; i++) {
        word(random, style, i);
        boolean last = i == 11;
        if (!last && random.nextInt(3) == 0) {
          newLine();
          if (random.nextInt(3) == 0) {
            text.setLength(text.length() - 2);
            column = 1;
            newLine();
          }
        } else if (!last) {
          put(" ".repeat(block ? 1 : random.nextInt(1, 3)));
        }
      }
      put(quoted ? style : "");
      text.append('\n');
    }

    private void word(RandomGenerator random, String style, int number) {
      String word = "w" + number + (random.nextBoolean() ? "ä𝄞" : "");
      words.add(word);
      places.add(new SourceRef("f", line, column));
      String written = word;
      if (style.equals("\"") && random.nextBoolean()) {
        written = word.replace("ä", "\\u00e4").replace("𝄞", "\\U0001D11E") + "\\\"";
      } else if (style.equals("'") && random.nextBoolean()) {
        written = word + "''";
      }
      put(written);
    }

    private void put(String written) {
      text.append(written);
      column += written.codePointCount(0, written.length());
    }

    private void newLine() {
      text.append("\n  ");
      line++;
      column = 3;
    }

    private String text() {
      return text.toString();
    }
  }
}
