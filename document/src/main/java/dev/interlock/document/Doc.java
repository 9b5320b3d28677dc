package dev.interlock.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record or its component means to the person who writes it in YAML: shown by editors
 * through the JSON Schema and quoted in hints.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Doc {
  /** One plain sentence. */
  String value();

  /** A value as it would be written; empty when none helps. */
  String example() default "";
}
