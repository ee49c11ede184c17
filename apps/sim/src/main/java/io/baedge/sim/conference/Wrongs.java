package io.baedge.sim.conference;

import io.baedge.hub.request.Request;
import io.baedge.hub.request.Scope;
import io.baedge.model.doc.Doc;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** What the desk wants of badges by mistake: they must refuse it, and take what comes later. */
final class Wrongs {
  private static final int EVERYBODY = -1;
  private static final int ONE_IN_SO_MANY_FOR_ALL = 4;

  private final Requests requests;
  private final List<Desk.Held> held;
  private final SortedSet<Integer> wrong = new TreeSet<>();

  Wrongs(Requests requests, List<Desk.Held> held) {
    this.requests = requests;
    this.held = held;
  }

  /** Wants something impossible of one badge, or of all, for a while. */
  boolean happen(RandomGenerator random, long lastsMs) {
    boolean all = random.nextInt(ONE_IN_SO_MANY_FOR_ALL) == 0;
    int number = all ? EVERYBODY : random.nextInt(held.size());
    boolean screen = random.nextBoolean();
    if (requests.full() || !wrong.add(number)) {
      return false;
    }
    Doc.Fields patch =
        screen
            ? Doc.fields().put("screen", "no-such-screen").build()
            : Doc.fields()
                .put("conference", Doc.fields().put("zone", "Mars/Olympus").build())
                .build();
    requests.ask(new Request.PatchDesired(scope(number), patch, Optional.empty()), () -> {});
    requests.later(lastsMs, () -> putRight(number));
    return true;
  }

  /** Everything is put right. */
  void putAllRight() {
    List.copyOf(wrong).forEach(this::putRight);
  }

  /** Which are wrong now. */
  List<Integer> all() {
    return List.copyOf(wrong);
  }

  /** These are wrong now, and put right at once. */
  void goBackTo(List<Integer> before) {
    wrong.clear();
    wrong.addAll(before);
    putAllRight();
  }

  private void putRight(int number) {
    if (wrong.remove(number)) {
      Doc.Fields patch =
          Doc.fields()
              .put("screen", Doc.Null.NULL)
              .put("conference", Doc.fields().put("zone", Doc.Null.NULL).build())
              .build();
      requests.ask(new Request.PatchDesired(scope(number), patch, Optional.empty()), () -> {});
    }
  }

  private Scope scope(int number) {
    return number == EVERYBODY ? Scope.SITE : new Scope.Badge(held.get(number).badge());
  }
}
