/** How records are read from nodes, written as JSON and described as JSON Schema. */
@NullMarked
package dev.interlock.document.binding;

import org.jspecify.annotations.NullMarked;
