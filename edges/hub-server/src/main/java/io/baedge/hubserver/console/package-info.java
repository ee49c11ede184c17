/// The console's pages: templates with their views, and the files that browsers load.
@NullMarked
package io.baedge.hubserver.console;

import org.jspecify.annotations.NullMarked;
