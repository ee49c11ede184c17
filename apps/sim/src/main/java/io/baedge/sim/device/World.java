package io.baedge.sim.device;

import io.baedge.kit.time.VirtualTime;
import io.baedge.sim.chance.Spread;

/**
 * What all devices share.
 *
 * @param wallAtZeroMs wall time at moment 0 of the time
 * @param composing how long a picture takes
 * @param cardWrite how long a forced write to the card takes
 */
public record World(
    VirtualTime time,
    long wallAtZeroMs,
    Composer composer,
    Spread composing,
    Spread cardWrite,
    DeviceWatch watch) {}
