/** The functions of templates that ask about the deployment, one a file. */
@org.jspecify.annotations.NullMarked
package dev.interlock.facts.arm.function;
