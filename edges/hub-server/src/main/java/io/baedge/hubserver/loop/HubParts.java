package io.baedge.hubserver.loop;

import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.hubserver.store.History;
import io.baedge.kit.settings.Setting;
import java.util.List;

/**
 * What the web needs of a hub process.
 *
 * @param settings each setting in force with its source
 */
public record HubParts(
    HubConfig config, List<Setting> settings, HubAccess hub, History history, HubMetrics metrics) {
  public HubParts {
    settings = List.copyOf(settings);
  }
}
