/** Certificates and their keys: saved sealed, and asked whether they could be used again. */
@NullMarked
package dev.interlock.recovery.certificates;

import org.jspecify.annotations.NullMarked;
