package io.baedge.architecture.sample.hub.ingest;

import io.baedge.architecture.sample.hub.overview.Overview;

final class ImportsDownstream extends Overview {}
