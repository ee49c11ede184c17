package io.baedge.badge.screen;

import io.baedge.screen.Frame;

/** What the screen wants of panel, composer and card. */
public interface ScreenOrders {
  /** Make a picture. */
  void compose(long request, PictureRequest picture);

  /** Put a picture on the glass. */
  void refresh(long request, Frame frame, RefreshKind kind);

  /** Save what is on the glass. */
  void saveGlass(byte[] bytes);

  /** The glass shows a new picture of this screen. */
  void newPicture(String screen);

  /** The glass is unknown now, or its picture is wanted for another reason. */
  void glassChanged();

  /** Something failed that a person should know. */
  void trouble(String text);
}
