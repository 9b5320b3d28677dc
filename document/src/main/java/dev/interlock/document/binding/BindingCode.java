package dev.interlock.document.binding;

/** What can be wrong with a document that is well-formed; numbers are permanent. */
public enum BindingCode {
  UNKNOWN_KEY("DOC101", "A key that nothing reads."),
  MISSING_KEY("DOC102", "A key that must be there is not."),
  WRONG_TYPE("DOC103", "Another type of value was expected: text, number, list, mapping …"),
  UNKNOWN_WORD("DOC104", "A word that is none of those allowed here."),
  UNREADABLE_VALUE("DOC105", "The type is right, but the value can't be read as what is meant."),
  CONTRADICTION("DOC106", "Each value can be read, but together they make no sense."),
  NO_HEADER("DOC107", "apiVersion, kind, metadata or metadata.name is missing."),
  UNKNOWN_VERSION("DOC108", "An apiVersion that this version does not know."),
  BAD_NAME("DOC109", "metadata.name is not 1 to 63 characters a-z, 0-9, - and .");

  private final String code;
  private final String meaning;

  BindingCode(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The permanent code. */
  public String code() {
    return code;
  }

  /** One sentence for the table of diagnostics. */
  public String meaning() {
    return meaning;
  }
}
