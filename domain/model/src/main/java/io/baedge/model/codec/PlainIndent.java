package io.baedge.model.codec;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** Indents by two, ends lines with a line feed on every system, writes {@code "name": value}. */
final class PlainIndent extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1L;

  PlainIndent() {
    super(
        DEFAULT_SEPARATORS
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator(""));
    indentArraysWith(new DefaultIndenter("  ", "\n"));
    indentObjectsWith(new DefaultIndenter("  ", "\n"));
  }

  private PlainIndent(PlainIndent base) {
    super(base);
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new PlainIndent(this);
  }
}
