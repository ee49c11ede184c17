package io.baedge.kit.journal;

import java.util.List;

/**
 * A flat folder of files of fixed size on durable storage. What is written is durable only once it
 * is forced; a power cut may keep, lose or tear each write that was not. One thread uses it.
 */
public interface Disk {
  /** Why the storage did not do what it was asked. */
  enum Failure {
    /** No space is left. */
    FULL,
    /** Nothing can be written. */
    READ_ONLY,
    /** Anything else: a broken card, a file that is gone. */
    IO
  }

  /** The storage failed; the message is one sentence. */
  final class DiskFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final Failure kind;

    /** A failure with its sentence. */
    public DiskFailed(Failure kind, String sentence) {
      super(sentence);
      this.kind = kind;
    }

    /** A failure that another one brought about. */
    public DiskFailed(Failure kind, String sentence, Throwable cause) {
      super(sentence, cause);
      this.kind = kind;
    }

    /** What kind of failure it is. */
    public Failure kind() {
      return kind;
    }
  }

  /** The names of all files, sorted. */
  List<String> names() throws DiskFailed;

  /** The size of a file. */
  long sizeBytes(String name) throws DiskFailed;

  /**
   * Makes a file of zeros that takes all its space at once. Name and size are durable on return; a
   * power cut before may leave a shorter file.
   *
   * @param name 1 to 64 of a-z, 0-9, '.' and '-', not in use
   */
  void create(String name, long sizeBytes) throws DiskFailed;

  /** Reads that many bytes from the position on into the array; all lie within the file. */
  void read(String name, long position, byte[] into, int offset, int length) throws DiskFailed;

  /** Writes these bytes at the position; all lie within the file. */
  void write(String name, long position, byte[] from, int offset, int length) throws DiskFailed;

  /**
   * Makes everything written to the file durable. After a failure nobody knows what is durable, and
   * the file takes no more writes (methods.md 3.5): write what matters to another file.
   */
  void force(String name) throws DiskFailed;

  /** Removes a file; durable on return. */
  void delete(String name) throws DiskFailed;

  /** The space that is left for new files, in bytes. */
  long freeBytes() throws DiskFailed;
}
