/// Mechanisms without a domain: reactor and virtual time, back-off, buckets, journal, fault log.
@NullMarked
package io.baedge.kit;

import org.jspecify.annotations.NullMarked;
