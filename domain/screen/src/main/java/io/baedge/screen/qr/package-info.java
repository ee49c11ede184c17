/// QR codes that can be scanned from a badge.
@NullMarked
package io.baedge.screen.qr;

import org.jspecify.annotations.NullMarked;
