package dev.interlock.guardrails.path;

import java.util.List;

/**
 * The way to properties of a resource, as a control writes it under {@code each} and {@code at}:
 * {@code pod.spec.containers[*].?env}. It reads like CEL: {@code .key}, {@code ["a key"]}, {@code
 * [0]}, {@code [*]} for every element, and {@code .?key} or {@code [?"a key"]} for a key that may
 * be absent.
 *
 * @param root where it begins: resource, object, pod or item
 * @param steps from there on
 */
public record PropertyPath(String root, List<Step> steps) {

  public PropertyPath {
    steps = List.copyOf(steps);
  }

  /** One part of the way. */
  public sealed interface Step {

    /**
     * To the value under a key.
     *
     * @param optional whether the key may be absent
     */
    record Key(String key, boolean optional) implements Step {}

    /** To one element of a list, from 0. */
    record Index(int index) implements Step {}

    /** To every element of a list or value of a mapping. */
    record Every() implements Step {}
  }
}
