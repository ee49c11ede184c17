package io.baedge.hubserver.web;

import io.baedge.hub.request.Request;
import io.baedge.model.doc.Doc;
import java.util.List;

/** Devices: boards that speak for a badge, or for none yet. */
final class DeviceApi {
  private static final String TAG = "devices";

  private final Asking hub;

  DeviceApi(Asking hub) {
    this.hub = hub;
  }

  void add(List<Route> routes) {
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/devices", "Devices in the order of their ids")
            .query("unclaimed", Schema.flag("only devices that speak for no badge"))
            .paged()
            .by(TAG, this::list));
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/devices/{device}", "What is known of a device")
            .in("device", Schemas.DEVICE_ID)
            .by(TAG, call -> Answer.json(hub.done(call, new Request.ShowDevice(call.device())))));
    routes.add(
        Route.of(
                Route.Verb.POST,
                "/api/v1/devices/{device}/free",
                "Make a replaced device unclaimed again")
            .in("device", Schemas.DEVICE_ID)
            .by(TAG, call -> Answer.json(hub.done(call, new Request.FreeDevice(call.device())))));
  }

  private Answer list(Call call) throws InterruptedException {
    Doc.Fields page =
        hub.done(
            call,
            new Request.ListDevices(call.flag("unclaimed"), call.cursor(), call.limit(200, 1_000)));
    return Answer.json(Cursor.page(page, "devices", "device"));
  }
}
