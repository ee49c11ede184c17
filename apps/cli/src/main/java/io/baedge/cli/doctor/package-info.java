/// Looks whether a machine is fit for Baedge.
@NullMarked
package io.baedge.cli.doctor;

import org.jspecify.annotations.NullMarked;
