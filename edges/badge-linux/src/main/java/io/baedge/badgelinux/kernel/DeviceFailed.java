package io.baedge.badgelinux.kernel;

/** A device cannot be used; the message is one sentence that says what to do. */
public final class DeviceFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final int errno;

  /** With its sentence, and errno or 0. */
  public DeviceFailed(String sentence, int errno) {
    super(sentence);
    this.errno = errno;
  }

  /** What the kernel answered; 0 = the kernel was not asked or did what it was asked. */
  public int errno() {
    return errno;
  }

  /** Whether the board lacks the interface or refuses it, so that trying again changes nothing. */
  public boolean needsPerson() {
    return errno == Errno.NO_ENTRY || errno == Errno.NO_ACCESS || errno == Errno.NOT_PERMITTED;
  }
}
