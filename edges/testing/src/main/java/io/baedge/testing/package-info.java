/// Helpers for tests that need something of the machine they run on.
@NullMarked
package io.baedge.testing;

import org.jspecify.annotations.NullMarked;
