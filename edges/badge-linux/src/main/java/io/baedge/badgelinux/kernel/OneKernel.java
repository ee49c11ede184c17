package io.baedge.badgelinux.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The real kernel, made when the first device is used: a board without devices never loads it. */
public final class OneKernel implements Supplier<Kernel> {
  private @Nullable Kernel made;

  @Override
  public synchronized Kernel get() {
    Kernel kernel = made;
    if (kernel == null) {
      kernel = new ForeignKernel();
      made = kernel;
    }
    return kernel;
  }
}
