package io.baedge.hubserver.console;

/**
 * Something that happened.
 *
 * @param atMs wall time
 * @param kind word of the kind
 * @param who asked for it; empty when nobody did
 */
public record NoteView(long atMs, String kind, String who, String text) {}
