/// Words that all sides share: the badge, the hub and the simulated conference.
@NullMarked
package io.baedge.model;

import org.jspecify.annotations.NullMarked;
