package dev.interlock.guardrails.azurepolicy.reading;

/** How an object was kept, as far as it changes how it is read. */
public enum Layout {
  /** As Azure has it. */
  PLAIN,
  /** In a template, where texts in brackets are the template's own expressions. */
  TEMPLATE
}
