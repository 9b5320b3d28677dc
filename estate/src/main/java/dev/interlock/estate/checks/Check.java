package dev.interlock.estate.checks;

import dev.interlock.estate.Estate;

/** One obligation of an estate. */
interface Check {

  /** Reports everything in the estate that breaks it. */
  void run(Estate estate, Names names, Report report);
}
