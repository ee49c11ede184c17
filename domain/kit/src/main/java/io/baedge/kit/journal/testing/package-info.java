/// What every disk does.
@NullMarked
package io.baedge.kit.journal.testing;

import org.jspecify.annotations.NullMarked;
