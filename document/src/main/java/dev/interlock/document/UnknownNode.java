package dev.interlock.document;

/**
 * A value that nobody can know yet, such as what a resource answers once it was made. No document
 * has one written in it: whoever computes a document from another puts it where the value will
 * stand.
 *
 * @param reason why, in a few plain words
 * @param line where what asks for the value is written
 * @param column where what asks for the value is written
 */
public record UnknownNode(String reason, int line, int column) implements Node {

  @Override
  public String describe() {
    return "something that is not known yet";
  }
}
