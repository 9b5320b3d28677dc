/** What a server answers: the client of its API, loaded only when {@code --server} is given. */
@NullMarked
package dev.interlock.cli.remote;

import org.jspecify.annotations.NullMarked;
