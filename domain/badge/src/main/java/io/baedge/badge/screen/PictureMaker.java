package io.baedge.badge.screen;

import io.baedge.screen.compose.FrameReport;
import org.jspecify.annotations.Nullable;

/** Has pictures made: one for each change of its inputs, the newest only. */
final class PictureMaker {
  private static final long WITHIN_MS = 30_000;
  private static final long FIRST_RETRY_MS = 60_000;
  private static final long LONGEST_RETRY_MS = 3_600_000;

  private final ScreenOrders orders;
  private @Nullable PictureRequest making;
  private @Nullable PictureRequest made;
  private long requests;
  private long lateMonoMs = Long.MAX_VALUE;
  private long retryMonoMs = Long.MAX_VALUE;
  private long retryMs = FIRST_RETRY_MS;
  private @Nullable FrameReport report;
  private String problem = "";
  private long pictures;

  PictureMaker(ScreenOrders orders) {
    this.orders = orders;
  }

  /** Whether the newest picture, ready or on its way, is the one for this request. */
  boolean knows(PictureRequest request) {
    PictureRequest newest = making == null ? made : making;
    return newest != null && newest.equals(request);
  }

  /** Asks for a picture; an older one that is still being made does not count any more. */
  void ask(PictureRequest request, long monoMs) {
    making = request;
    made = null;
    requests++;
    lateMonoMs = monoMs + WITHIN_MS;
    retryMonoMs = Long.MAX_VALUE;
    orders.compose(requests, request);
  }

  /** The picture for this request needs no making. */
  void skip(PictureRequest request) {
    making = null;
    made = request;
    requests++;
    lateMonoMs = Long.MAX_VALUE;
    retryMonoMs = Long.MAX_VALUE;
    problem = "";
  }

  /** A picture came; whether it is the newest. */
  boolean ready(long request, FrameReport about) {
    if (request != requests || making == null) {
      return false;
    }
    made = making;
    making = null;
    lateMonoMs = Long.MAX_VALUE;
    retryMs = FIRST_RETRY_MS;
    problem = "";
    report = about;
    pictures++;
    return true;
  }

  /** A picture cannot be made; after a while it is worth another try. */
  void failed(long request, String reason, long monoMs) {
    PictureRequest asked = making;
    if (request != requests || asked == null) {
      return;
    }
    making = null;
    lateMonoMs = Long.MAX_VALUE;
    retryMonoMs = monoMs + retryMs;
    retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS);
    problem = "screen " + asked.screen() + " cannot be drawn: " + reason;
    orders.trouble(problem);
  }

  /** Lets time pass; true when the picture should be asked for again. */
  boolean tick(long monoMs) {
    if (monoMs >= lateMonoMs) {
      failed(requests, "it took longer than " + WITHIN_MS + " ms", monoMs);
    }
    if (monoMs < retryMonoMs) {
      return false;
    }
    retryMonoMs = Long.MAX_VALUE;
    return true;
  }

  long deadlineMonoMs() {
    return Math.min(lateMonoMs, retryMonoMs);
  }

  boolean busy() {
    return making != null;
  }

  String problem() {
    return problem;
  }

  @Nullable FrameReport report() {
    return report;
  }

  long pictures() {
    return pictures;
  }
}
