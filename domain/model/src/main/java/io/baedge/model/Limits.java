package io.baedge.model;

/**
 * Bounds of every field that crosses a wire. A value beyond its bound is refused with a sentence.
 */
public final class Limits {
  private Limits() {}

  /** Longest message on the wire, bytes. */
  public static final int MESSAGE_BYTES = 64 * 1024;

  /** Deepest nesting of a document. */
  public static final int DOCUMENT_DEPTH = 24;

  /** Most values in one document. */
  public static final int DOCUMENT_VALUES = 20_000;

  /** Longest name or title of a person, characters. */
  public static final int NAME_CHARS = 200;

  /** Longest short text (role, room, capability, screen name), characters. */
  public static final int SHORT_CHARS = 64;

  /** Longest line of text (session title, log line, reason), characters. */
  public static final int LINE_CHARS = 300;

  /** Longest web address, characters. */
  public static final int LINK_CHARS = 512;

  /** Most samples in one telemetry message. */
  public static final int BATCH_SAMPLES = 256;

  /** Most intervals above the contiguous mark in one acknowledgement. */
  public static final int ACK_RANGES = 32;

  /** Most ranges of sequences that one telemetry message says will never come. */
  public static final int GONE_RANGES = 256;

  /** Most unacknowledged records in flight per device and epoch. */
  public static final int IN_FLIGHT_RECORDS = 256;

  /** Highest pace of a backlog in an acknowledgement, records a second. */
  public static final int PACE_PER_S = 10_000;

  /** Most sessions in a desired schedule. */
  public static final int SCHEDULE_SESSIONS = 64;

  /** Most entries of a playlist. */
  public static final int PLAYLIST_ENTRIES = 32;

  /** Most lines in one log message. */
  public static final int LOG_LINES = 50;

  /** Longest encoded frame, bytes. */
  public static final int FRAME_BYTES = 24 * 1024;
}
