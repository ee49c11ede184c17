package io.baedge.kit.time;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tasks by due time, then by the order in which they were asked for. A heap with four children a
 * node and the keys beside the tasks: a simulation spends a tenth of its time in here, and this one
 * looks at half as many tasks as a binary one that asks each task for its key.
 */
final class TaskHeap {
  private static final int CHILDREN = 4;

  private VirtualTime.@Nullable Task[] tasks = new VirtualTime.Task[1024];
  private long[] dueMs = new long[1024];
  private long[] orders = new long[1024];
  private int size;

  int size() {
    return size;
  }

  VirtualTime.@Nullable Task first() {
    return size == 0 ? null : tasks[0];
  }

  void add(VirtualTime.Task task) {
    if (size == tasks.length) {
      tasks = Arrays.copyOf(tasks, size * 2);
      dueMs = Arrays.copyOf(dueMs, size * 2);
      orders = Arrays.copyOf(orders, size * 2);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / CHILDREN;
      if (!before(task.dueMs, task.order, parent)) {
        break;
      }
      move(parent, at);
      at = parent;
    }
    put(task, at);
  }

  void removeFirst() {
    VirtualTime.Task last = tasks[--size];
    tasks[size] = null;
    if (size == 0 || last == null) {
      return;
    }
    int at = 0;
    for (int child = 1; child < size; child = at * CHILDREN + 1) {
      int least = least(child);
      if (before(last.dueMs, last.order, least)) {
        break;
      }
      move(least, at);
      at = least;
    }
    put(last, at);
  }

  private int least(int firstChild) {
    int least = firstChild;
    int end = Math.min(firstChild + CHILDREN, size);
    for (int child = firstChild + 1; child < end; child++) {
      if (before(dueMs[child], orders[child], least)) {
        least = child;
      }
    }
    return least;
  }

  private boolean before(long due, long order, int at) {
    return due < dueMs[at] || (due == dueMs[at] && order < orders[at]);
  }

  private void move(int from, int to) {
    tasks[to] = tasks[from];
    dueMs[to] = dueMs[from];
    orders[to] = orders[from];
  }

  private void put(VirtualTime.Task task, int at) {
    tasks[at] = task;
    dueMs[at] = task.dueMs;
    orders[at] = task.order;
  }
}
