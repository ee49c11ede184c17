/// Names of things: device, badge, wearer, site, record, revision, fencing token, partition.
@NullMarked
package io.baedge.model.id;

import org.jspecify.annotations.NullMarked;
