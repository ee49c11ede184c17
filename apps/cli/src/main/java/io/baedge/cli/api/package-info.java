/// The hub's HTTP API as commands use it.
@NullMarked
package io.baedge.cli.api;

import org.jspecify.annotations.NullMarked;
