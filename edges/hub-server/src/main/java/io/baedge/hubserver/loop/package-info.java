/// The owner thread of the hub's decisions, group commit, and what others may see and ask.
@NullMarked
package io.baedge.hubserver.loop;

import org.jspecify.annotations.NullMarked;
