package io.baedge.badge.uplink;

/** Messages that wait for their receipt, oldest first; as many as both sides bear. */
final class Tickets {
  private static final int MOST = 32;
  private static final long NO_RECEIPT_MS = 60_000;
  private static final int FAILURES_IN_A_ROW = 5;

  private final long[] numbers = new long[MOST];
  private final MessageKind[] kinds = new MessageKind[MOST];
  private final long[] sentMonoMs = new long[MOST];
  private int most = MOST;
  private int size;
  private int failuresInARow;
  private long lastReceiptMonoMs;
  private long lastNumber;
  private long published;
  private long receipts;
  private long failed;

  /** A new session begins: nothing waits. */
  void open(int receiveMaximum, long monoMs) {
    most = Math.clamp(receiveMaximum, 1, MOST);
    size = 0;
    failuresInARow = 0;
    lastReceiptMonoMs = monoMs;
  }

  /** The session is over, and what waited is lost with it. */
  void close() {
    failed += size;
    size = 0;
    failuresInARow = 0;
  }

  int size() {
    return size;
  }

  int free() {
    return most - size;
  }

  long next() {
    return lastNumber + 1;
  }

  long add(MessageKind kind, long monoMs) {
    numbers[size] = ++lastNumber;
    kinds[size] = kind;
    sentMonoMs[size] = monoMs;
    size++;
    published++;
    return lastNumber;
  }

  /** A receipt came; returns what for. */
  MessageKind received(long number, long monoMs) {
    MessageKind kind = remove(number);
    failuresInARow = 0;
    lastReceiptMonoMs = monoMs;
    receipts += kind == MessageKind.NONE ? 0 : 1;
    return kind;
  }

  /** A message was not taken; returns which kind it was. */
  MessageKind notTaken(long number) {
    MessageKind kind = remove(number);
    failuresInARow++;
    failed += kind == MessageKind.NONE ? 0 : 1;
    return kind;
  }

  private MessageKind remove(long number) {
    for (int i = 0; i < size; i++) {
      if (numbers[i] == number) {
        MessageKind kind = kinds[i];
        int rest = size - i - 1;
        System.arraycopy(numbers, i + 1, numbers, i, rest);
        System.arraycopy(kinds, i + 1, kinds, i, rest);
        System.arraycopy(sentMonoMs, i + 1, sentMonoMs, i, rest);
        size--;
        return kind;
      }
    }
    return MessageKind.NONE;
  }

  /** When it is plain that the session carries nothing; {@link Long#MAX_VALUE} while it does. */
  long deadMonoMs() {
    long due = size == 0 ? Long.MAX_VALUE : sentMonoMs[0] + NO_RECEIPT_MS;
    return failuresInARow < FAILURES_IN_A_ROW
        ? due
        : Math.min(due, lastReceiptMonoMs + NO_RECEIPT_MS);
  }

  long published() {
    return published;
  }

  long receipts() {
    return receipts;
  }

  long failed() {
    return failed;
  }
}
