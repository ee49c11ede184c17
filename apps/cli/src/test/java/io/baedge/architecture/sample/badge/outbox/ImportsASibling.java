package io.baedge.architecture.sample.badge.outbox;

import io.baedge.architecture.sample.badge.power.Power;

final class ImportsASibling extends Power {}
