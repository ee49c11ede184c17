/// The hub's settings: typed, checked as a whole, each value with its source.
@NullMarked
package io.baedge.hubserver.config;

import org.jspecify.annotations.NullMarked;
