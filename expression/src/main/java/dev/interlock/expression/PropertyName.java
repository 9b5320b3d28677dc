package dev.interlock.expression;

/**
 * The name of a property with what makes finding it cheap. Names of properties are the same in any
 * letter case, as everywhere in Azure Resource Manager.
 */
public final class PropertyName {

  private final String text;
  private final int hash;

  /** A name as written. */
  public PropertyName(String text) {
    this.text = text;
    this.hash = hash(text);
  }

  /** As written. */
  public String text() {
    return text;
  }

  /** The same for names that differ in letter case only. */
  int hash() {
    return hash;
  }

  static int hash(String text) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        hash = 31 * hash + (c >= 'A' && c <= 'Z' ? c + 32 : c);
      } else {
        hash = 31 * hash + Character.toLowerCase(Character.toUpperCase(c));
      }
    }
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PropertyName name
        && hash == name.hash
        && text.equalsIgnoreCase(name.text);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return text;
  }
}
