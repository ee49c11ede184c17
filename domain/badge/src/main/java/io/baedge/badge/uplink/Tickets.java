package io.baedge.badge.uplink;

/** Messages that wait for their receipt, oldest first; as many as both sides bear. */
final class Tickets {
  private static final int MOST = 32;

  private final long[] numbers = new long[MOST];
  private final MessageKind[] kinds = new MessageKind[MOST];
  private final long[] sentMonoMs = new long[MOST];
  private int most = MOST;
  private int size;

  /** A new session begins: nothing waits. */
  void open(int receiveMaximum) {
    most = Math.clamp(receiveMaximum, 1, MOST);
    size = 0;
  }

  int size() {
    return size;
  }

  int free() {
    return most - size;
  }

  void add(long number, MessageKind kind, long monoMs) {
    numbers[size] = number;
    kinds[size] = kind;
    sentMonoMs[size] = monoMs;
    size++;
  }

  MessageKind remove(long number) {
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

  /** When the oldest was sent; {@link Long#MAX_VALUE} when none waits. */
  long oldestMonoMs() {
    return size == 0 ? Long.MAX_VALUE : sentMonoMs[0];
  }
}
