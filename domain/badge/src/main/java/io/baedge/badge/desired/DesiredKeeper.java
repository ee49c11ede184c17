package io.baedge.badge.desired;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.desired.Push;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Command;
import io.baedge.model.message.Desired;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Reported;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the desired revision in force. Only a higher one replaces it, as a whole, and only if it is
 * valid; applying twice changes nothing. Screens that it names and the badge does not have yet are
 * passed over until they are there.
 */
public final class DesiredKeeper {
  private static final Desired NOTHING =
      new Desired(Revision.NONE, FencingToken.NONE, Optional.empty(), DesiredState.UNCLAIMED);

  private final DesiredOrders orders;
  private final boolean takesOlder;
  private List<String> screens;
  private List<String> missing = List.of();
  private final Commands commands = new Commands();
  private Desired applied = NOTHING;
  private Doc.Fields stateDoc = DesiredDoc.write(NOTHING.state());
  private int documentBytes;
  private Optional<Reported.Refusal> refusal = Optional.empty();
  private long applications;
  private long refusals;
  private long stale;
  private long carriedOut;
  private long repeats;

  /**
   * Starts with nothing desired.
   *
   * @param screens names of the screens that can be drawn
   * @param takesOlder broken on purpose: takes on any revision
   */
  public DesiredKeeper(DesiredOrders orders, List<String> screens, boolean takesOlder) {
    this.orders = orders;
    this.takesOlder = takesOlder;
    this.screens = screens;
  }

  /** Takes up what was saved before; returns what could not be read, empty when all is well. */
  public String restore(byte[] desired, byte[] commandIds) {
    String problem = commands.restore(commandIds);
    if (desired.length == 0) {
      return problem;
    }
    return switch (MessageCodec.decodeDown(desired)) {
      case Decoded.Ok<DownMessage>(Desired saved) -> {
        inForce(saved, desired.length);
        yield problem;
      }
      case Decoded.Ok<DownMessage>(DownMessage other) ->
          "the saved desired state is a message of another kind: "
              + other.getClass().getSimpleName();
      case Decoded.Malformed<DownMessage>(String reason) ->
          "the saved desired state cannot be read: " + reason;
    };
  }

  /** Other screens can be drawn from now on. */
  public void screens(List<String> known) {
    screens = known;
    lookForScreens();
  }

  private void lookForScreens() {
    Stream<String> named =
        Stream.of(
                Stream.of(state().shown().screen()),
                state().shown().push().map(Push::screen).stream(),
                state().shown().playlist().stream().map(PlaylistEntry::screen))
            .flatMap(names -> names);
    List<String> before = missing;
    missing = named.filter(name -> !screens.contains(name)).distinct().toList();
    missing.stream().filter(name -> !before.contains(name)).forEach(orders::missingScreen);
  }

  /** The hub wants this. */
  public Verdict hear(Desired wanted) {
    boolean newer = wanted.revision().after(applied.revision());
    if (!newer && !(takesOlder && !wanted.revision().equals(applied.revision()))) {
      stale++;
      return Verdict.STALE;
    }
    Optional<String> problem = Validation.problem(wanted);
    if (problem.isPresent()) {
      if (refusal.isEmpty() || !wanted.revision().equals(refusal.get().revision())) {
        refusals++;
      }
      refusal = Optional.of(new Reported.Refusal(wanted.revision(), problem.get()));
      return Verdict.REFUSED;
    }
    applications++;
    refusal = Optional.empty();
    byte[] bytes = MessageCodec.encode(wanted);
    inForce(wanted, bytes.length);
    orders.saveDesired(bytes);
    return Verdict.APPLIED;
  }

  private void inForce(Desired wanted, int bytes) {
    applied = wanted;
    documentBytes = bytes;
    stateDoc = DesiredDoc.write(wanted.state());
    lookForScreens();
  }

  /** Whether the command is to be carried out now: not a repeat, not expired. */
  public boolean hear(Command command) {
    if (!commands.fresh(command.id())) {
      repeats++;
      return false;
    }
    orders.saveCommands(commands.bytes());
    if (command.expiresInMs() <= 0) {
      return false;
    }
    carriedOut++;
    return true;
  }

  /** The revision in force. */
  public Desired applied() {
    return applied;
  }

  /** The state in force. */
  public DesiredState state() {
    return applied.state();
  }

  /** The state in force as a document, made once per revision. */
  public Doc.Fields stateDoc() {
    return stateDoc;
  }

  /** About how long that document is on the wire. */
  public int documentBytes() {
    return documentBytes;
  }

  /** Why a newer revision is not in force. */
  public Optional<Reported.Refusal> refusal() {
    return refusal;
  }

  /** Screens that the state in force names and this badge does not have. */
  public List<String> missing() {
    return missing;
  }

  /** The desired state now. */
  public DesiredView view() {
    return new DesiredView(
        applied,
        refusal,
        missing,
        new DesiredView.Counters(applications, refusals, stale, carriedOut, repeats));
  }
}
