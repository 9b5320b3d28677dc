/** The functions of the template expression language, one a file. */
@NullMarked
package dev.interlock.expression.function;

import org.jspecify.annotations.NullMarked;
