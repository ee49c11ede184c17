/// What people and programs ask of the badge itself: buttons and the local API.
@NullMarked
package io.baedge.badge.local;

import org.jspecify.annotations.NullMarked;
