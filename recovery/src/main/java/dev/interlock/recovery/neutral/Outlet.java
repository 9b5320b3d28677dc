package dev.interlock.recovery.neutral;

import java.util.List;

/**
 * A way in which an Odoo reaches somebody outside.
 *
 * @param name its permanent name, a part of the name of its check
 * @param words what must not be open, in words
 * @param measures what closes it, in order
 */
record Outlet(String name, String words, List<Measure> measures) {

  Outlet {
    measures = List.copyOf(measures);
  }

  Outlet(String name, String words, Measure... measures) {
    this(name, words, List.of(measures));
  }
}
