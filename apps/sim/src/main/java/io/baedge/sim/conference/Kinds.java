package io.baedge.sim.conference;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.hub.HubEffect;
import io.baedge.hub.HubEvent;

/** A small number for every kind of event and effect, for the digest. */
final class Kinds {
  private Kinds() {}

  static int of(BadgeEvent event) {
    return switch (event) {
      case BadgeEvent.Started _ -> 1;
      case BadgeEvent.Tick _ -> 2;
      case BadgeEvent.Sensed _ -> 3;
      case BadgeEvent.LinkChanged _ -> 4;
      case BadgeEvent.Connected _ -> 5;
      case BadgeEvent.Refused _ -> 6;
      case BadgeEvent.ConnectFailed _ -> 7;
      case BadgeEvent.Closed _ -> 8;
      case BadgeEvent.Heard _ -> 9;
      case BadgeEvent.Published _ -> 10;
      case BadgeEvent.PublishFailed _ -> 11;
      case BadgeEvent.Composed _ -> 12;
      case BadgeEvent.ComposeFailed _ -> 13;
      case BadgeEvent.Refreshed _ -> 14;
      case BadgeEvent.RefreshFailed _ -> 15;
      case BadgeEvent.Kept _ -> 16;
      case BadgeEvent.KeepFailed _ -> 17;
      case BadgeEvent.Evicted _ -> 49;
      case BadgeEvent.Fetched _ -> 50;
      case BadgeEvent.FetchFailed _ -> 51;
      case BadgeEvent.LocalRequest _ -> 18;
      case BadgeEvent.Stopping _ -> 19;
      case BadgeEvent.PowerDownFailed _ -> 50;
      case BadgeEvent.WorkStarted _ -> 52;
      case BadgeEvent.WorkEnded _ -> 53;
      case BadgeEvent.NetworksChanged _ -> 60;
      case BadgeEvent.Neighbour _ -> 61;
      case BadgeEvent.ScreensChanged _ -> 62;
      case BadgeEvent.ValueAnswered _ -> 63;
    };
  }

  static int of(BadgeEffect effect) {
    return switch (effect) {
      case BadgeEffect.Sense _ -> 20;
      case BadgeEffect.Connect _ -> 21;
      case BadgeEffect.Disconnect _ -> 22;
      case BadgeEffect.Publish _ -> 23;
      case BadgeEffect.Compose _ -> 24;
      case BadgeEffect.Refresh _ -> 25;
      case BadgeEffect.Save _ -> 26;
      case BadgeEffect.Keep _ -> 27;
      case BadgeEffect.Acknowledged _ -> 28;
      case BadgeEffect.Fetch _ -> 52;
      case BadgeEffect.Answer _ -> 29;
      case BadgeEffect.Log _ -> 30;
      case BadgeEffect.PowerDown _ -> 51;
      case BadgeEffect.AskValue _ -> 64;
      case BadgeEffect.StartWork _ -> 54;
      case BadgeEffect.StopWork _ -> 55;
      case BadgeEffect.BeginAnew _ -> 56;
      case BadgeEffect.Relay _ -> 57;
      case BadgeEffect.Join _ -> 58;
    };
  }

  static int of(HubEvent event) {
    return switch (event) {
      case HubEvent.DeviceConnected _ -> 31;
      case HubEvent.DeviceClosed _ -> 32;
      case HubEvent.Heard _ -> 33;
      case HubEvent.Malformed _ -> 34;
      case HubEvent.Committed _ -> 35;
      case HubEvent.CommitFailed _ -> 36;
      case HubEvent.Asked _ -> 37;
      case HubEvent.Tick _ -> 38;
    };
  }

  static int of(HubEffect effect) {
    return switch (effect) {
      case HubEffect.Commit _ -> 40;
      case HubEffect.Accept _ -> 41;
      case HubEffect.Refuse _ -> 42;
      case HubEffect.Send _ -> 43;
      case HubEffect.Reply _ -> 44;
      case HubEffect.Show _ -> 45;
      case HubEffect.Hide _ -> 46;
      case HubEffect.ShowFleet _ -> 47;
      case HubEffect.Note _ -> 48;
    };
  }
}
