package dev.interlock.estate.loading;

import dev.interlock.estate.Entry;
import dev.interlock.estate.checks.Declared;
import java.util.List;
import java.util.SortedMap;

/**
 * What the files of a directory held, in order of the files.
 *
 * @param entries the documents that could be read
 * @param declared all names, those of unreadable documents included
 * @param digests SHA-256 in hex of each file with a document of ours, by path below the directory
 */
public record Collected(
    List<Entry<?>> entries, List<Declared> declared, SortedMap<String, String> digests) {}
