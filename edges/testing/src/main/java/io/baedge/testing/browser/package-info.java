/// A real browser for tests of web pages.
@NullMarked
package io.baedge.testing.browser;

import org.jspecify.annotations.NullMarked;
