/// Gauges of battery and supply: chips on I2C, a server on the board, files of the kernel.
@NullMarked
package io.baedge.badgelinux.gauge;

import org.jspecify.annotations.NullMarked;
