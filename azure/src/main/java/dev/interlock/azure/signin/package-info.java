/** Who asks: the identity of a workload, of a machine, or of whoever signed in with az. */
@NullMarked
package dev.interlock.azure.signin;

import org.jspecify.annotations.NullMarked;
