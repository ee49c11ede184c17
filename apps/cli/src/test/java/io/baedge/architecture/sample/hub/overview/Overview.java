package io.baedge.architecture.sample.hub.overview;

import io.baedge.architecture.sample.hub.ingest.Ingest;

public class Overview {
  public Ingest mayUseWhatIsUpstream = new Ingest();
}
