package io.baedge.badge;

import io.baedge.badge.desired.DesiredView;
import io.baedge.badge.local.LocalView;
import io.baedge.badge.outbox.OutboxView;
import io.baedge.badge.power.PowerView;
import io.baedge.badge.screen.ScreenView;
import io.baedge.badge.tier.TierView;
import io.baedge.badge.uplink.UplinkView;
import io.baedge.badge.value.ValuesView;
import io.baedge.badge.work.WorkView;

/** A badge as it is at one moment, for the local API, metrics and tests. Immutable. */
public record BadgeView(
    long epoch,
    PowerView power,
    ScreenView screen,
    OutboxView outbox,
    UplinkView uplink,
    DesiredView desired,
    LocalView local,
    ClockView clock,
    TierView tiers,
    WorkView work,
    ValuesView values) {}
