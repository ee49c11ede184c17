/// A whole conference on one machine: a hub as a child process, a simulated crowd over real
/// sockets.
@NullMarked
package io.baedge.cli.demo;

import org.jspecify.annotations.NullMarked;
