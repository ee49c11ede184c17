package io.baedge.badge.uplink;

/**
 * When to report what the badge has become: after every change, at most once a second, again when
 * no receipt came, and with the picture until the hub says that it has it.
 */
public final class Reports {
  private static final long SPACING_MS = 1_000;
  private static final long RECEIPT_MS = 20_000;
  private static final long PICTURE_MS = 30_000;
  private static final long LONGEST_PICTURE_MS = 600_000;

  private boolean open;
  private boolean changed = true;
  private long notBeforeMonoMs;
  private long ticket = -1;
  private long againMonoMs = Long.MAX_VALUE;
  private String glassHash = "";
  private boolean pictureKnown = true;
  private long pictureMs = PICTURE_MS;
  private long pictureAgainMonoMs = Long.MAX_VALUE;
  private long count;

  /** A session is open: the hub gets a report first of all. */
  public void connected() {
    open = true;
    changed = true;
    ticket = -1;
    againMonoMs = Long.MAX_VALUE;
    pictureMs = PICTURE_MS;
  }

  /** The session is over. */
  public void disconnected() {
    open = false;
  }

  /** Something that is reported has changed. */
  public void changed() {
    changed = true;
  }

  /** Report now, with the picture. */
  public void everything() {
    changed = true;
    pictureKnown = glassHash.isEmpty();
    notBeforeMonoMs = 0;
  }

  /** What is on the glass now. */
  public void glass(String hash) {
    changed = true;
    if (!glassHash.equals(hash)) {
      glassHash = hash;
      pictureKnown = hash.isEmpty();
      pictureMs = PICTURE_MS;
      pictureAgainMonoMs = Long.MAX_VALUE;
    }
  }

  /** The picture that the hub says it holds. */
  public void hubHolds(String hash) {
    if (glassHash.isEmpty()) {
      return;
    }
    boolean knows = glassHash.equals(hash);
    changed |= pictureKnown && !knows;
    pictureKnown = knows;
    if (knows) {
      pictureAgainMonoMs = Long.MAX_VALUE;
    }
  }

  /** Whether the report must carry the picture. */
  public boolean withPicture() {
    return !pictureKnown;
  }

  /** Lets time pass. */
  public void tick(long monoMs) {
    if (monoMs >= againMonoMs || (monoMs >= pictureAgainMonoMs && !pictureKnown)) {
      changed = true;
      againMonoMs = Long.MAX_VALUE;
      pictureAgainMonoMs = Long.MAX_VALUE;
    }
  }

  /** Whether the hub knows everything, as far as one can tell. */
  public boolean settled() {
    return !changed && pictureKnown;
  }

  /** Whether a report should be sent now. */
  public boolean due(long monoMs) {
    return open && changed && monoMs >= notBeforeMonoMs;
  }

  /** A report goes out under this ticket; returns its number within the epoch, from 1. */
  public long sent(long newTicket, long monoMs) {
    changed = false;
    ticket = newTicket;
    notBeforeMonoMs = monoMs + SPACING_MS;
    againMonoMs = monoMs + RECEIPT_MS;
    if (!pictureKnown) {
      pictureAgainMonoMs = monoMs + pictureMs;
      pictureMs = Math.min(2 * pictureMs, LONGEST_PICTURE_MS);
    }
    return ++count;
  }

  /** The receipt of a report came. */
  public void received(long ofTicket) {
    if (ofTicket == ticket) {
      againMonoMs = Long.MAX_VALUE;
    }
  }

  /** The report was not taken. */
  public void failed(long ofTicket, long monoMs) {
    if (ofTicket == ticket) {
      againMonoMs = Math.min(againMonoMs, monoMs + SPACING_MS);
    }
  }

  /** When the next report is due. */
  public long deadlineMonoMs() {
    if (!open) {
      return Long.MAX_VALUE;
    }
    return changed ? notBeforeMonoMs : Math.min(againMonoMs, pictureAgainMonoMs);
  }
}
