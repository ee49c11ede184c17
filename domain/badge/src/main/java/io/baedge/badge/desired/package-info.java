/// What the hub wants this device to be, and what it asks it to do once.
@NullMarked
package io.baedge.badge.desired;

import org.jspecify.annotations.NullMarked;
