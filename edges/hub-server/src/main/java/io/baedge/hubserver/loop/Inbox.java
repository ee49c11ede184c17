package io.baedge.hubserver.loop;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Letters for the hub's thread. What comes from outside finds a bound; what the hub's own threads
 * say (durable, stop, a connection's end) is always taken, because there is little of it.
 */
final class Inbox {
  private final int bound;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<Letter> letters = new ArrayDeque<>();

  Inbox(int bound) {
    this.bound = bound;
  }

  /** False when there is no room. */
  boolean offer(Letter letter) {
    lock.lock();
    try {
      if (letters.size() >= bound) {
        return false;
      }
      letters.addLast(letter);
      filled.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Always taken. */
  void post(Letter letter) {
    lock.lock();
    try {
      letters.addLast(letter);
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Moves what is there, waiting at most so long when there is nothing. */
  void take(List<Letter> to, int most, long waitMs) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long leftNs = TimeUnit.MILLISECONDS.toNanos(waitMs);
      while (letters.isEmpty() && leftNs > 0) {
        leftNs = filled.awaitNanos(leftNs);
      }
      for (int i = 0; i < most && !letters.isEmpty(); i++) {
        to.add(letters.removeFirst());
      }
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return letters.size();
    } finally {
      lock.unlock();
    }
  }
}
