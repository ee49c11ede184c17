/// Panels, buses, gauges, Wi-Fi, files and the local API of a badge.
@NullMarked
package io.baedge.badgelinux;

import org.jspecify.annotations.NullMarked;
