package io.baedge.hub.twin;

import io.baedge.hub.store.Write;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Desired;
import io.baedge.model.message.Reported;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many values each device reports otherwise than desired; counted when either side changes. */
public final class DifferenceCounts {
  private final Differences differences;
  private final Map<DeviceId, Counted> counted = new LinkedHashMap<>();

  /** Both sides, by what names them; revisions and reports never change once they are out. */
  private record Counted(
      Revision revision, FencingToken token, DeviceId reporter, Reported.Order order, int count) {
    boolean isOf(Desired desired, Write.Twin twin) {
      return revision.equals(desired.revision())
          && order.equals(twin.reported().order())
          && token.equals(desired.token())
          && reporter.equals(twin.device());
    }
  }

  /** Nothing is counted yet. */
  public DifferenceCounts(Differences differences) {
    this.differences = differences;
  }

  /** The count for what the device shall be and what counts as its report. */
  public int of(DeviceId device, Desired desired, Write.Twin twin) {
    Counted known = counted.get(device);
    if (known != null && known.isOf(desired, twin)) {
      return known.count();
    }
    int count = differences.count(desired.state(), twin.reported().state());
    counted.put(
        device,
        new Counted(
            desired.revision(), desired.token(), twin.device(), twin.reported().order(), count));
    return count;
  }
}
