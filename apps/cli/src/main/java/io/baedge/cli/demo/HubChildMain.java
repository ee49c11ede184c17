package io.baedge.cli.demo;

import io.baedge.hubserver.HubMain;
import java.io.IOException;

/** A hub that ends when its parent does: then its standard input ends. */
public final class HubChildMain {
  private HubChildMain() {}

  /** Runs the hub with its own arguments. */
  public static void main(String[] args) {
    Thread.ofPlatform().daemon().name("parent-watch").start(HubChildMain::watch);
    HubMain.main(args);
  }

  private static void watch() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said; only the end counts.
      }
    } catch (IOException e) {
      // The same as the end: the parent is gone.
    }
    System.exit(0);
  }
}
