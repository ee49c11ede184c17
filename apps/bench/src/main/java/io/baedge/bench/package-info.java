/// What the budgets are measured with: `baedge bench`.
@NullMarked
package io.baedge.bench;

import org.jspecify.annotations.NullMarked;
