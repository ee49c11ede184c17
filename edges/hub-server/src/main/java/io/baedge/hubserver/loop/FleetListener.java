package io.baedge.hubserver.loop;

/** Hears of every change of the fleet, on the hub's own thread: hand over, do not block. */
@FunctionalInterface
public interface FleetListener {
  /** One change; they come in their order. */
  void changed(FleetChange change);
}
