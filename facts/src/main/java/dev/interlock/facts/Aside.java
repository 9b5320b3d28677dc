package dev.interlock.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * What reading tells beside resources.
 *
 * @param destroys what holds data and goes by a plan, each in words with its place, to follow
 *     "destroys"; what a resource itself says is in {@link Destroyed}
 * @param notes how much was understood, each a sentence without a full stop
 */
public record Aside(List<String> destroys, List<String> notes) {

  /** Nothing to tell. */
  public static final Aside NOTHING = new Aside(List.of(), List.of());

  public Aside {
    destroys = List.copyOf(destroys);
    notes = List.copyOf(notes);
  }

  /** Both, this one first. */
  public Aside and(Aside more) {
    if (more.equals(NOTHING)) {
      return this;
    }
    List<String> goes = new ArrayList<>(destroys);
    goes.addAll(more.destroys);
    List<String> told = new ArrayList<>(notes);
    told.addAll(more.notes);
    return new Aside(goes, told);
  }
}
