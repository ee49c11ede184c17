/// Which records have arrived, so that none is stored twice.
@NullMarked
package io.baedge.hub.ingest;

import org.jspecify.annotations.NullMarked;
