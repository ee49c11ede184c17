/// The baedge command; composes the demo.
@NullMarked
package io.baedge.cli;

import org.jspecify.annotations.NullMarked;
