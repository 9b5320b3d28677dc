@NullMarked
package dev.interlock.usecases.drafting;

import org.jspecify.annotations.NullMarked;
