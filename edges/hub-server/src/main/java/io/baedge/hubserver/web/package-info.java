/// The hub's HTTP side: one typed table of routes, problems, events, frames, metrics and health.
@NullMarked
package io.baedge.hubserver.web;

import org.jspecify.annotations.NullMarked;
