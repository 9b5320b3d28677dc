package dev.interlock.document.binding;

import dev.interlock.document.Doc;
import java.util.Map;

/** What stands under {@code metadata}. */
@Doc("Name and notes of the document.")
public record Metadata(
    @Doc("Name, unique within its kind: a-z, 0-9, - and .") String name,
    @Doc("Free-form words for people and selection.") Map<String, String> labels,
    @Doc("Free-form notes of tools.") Map<String, String> annotations) {}
