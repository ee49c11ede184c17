package io.baedge.model.desired;

/**
 * A session of the conference as a badge needs it.
 *
 * @param startMs wall time, milliseconds since 1970
 * @param endMs wall time, milliseconds since 1970
 */
public record Session(String room, String title, String speakers, long startMs, long endMs) {}
