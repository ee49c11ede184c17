/// Records that must survive.
@NullMarked
package io.baedge.kit.journal;

import org.jspecify.annotations.NullMarked;
