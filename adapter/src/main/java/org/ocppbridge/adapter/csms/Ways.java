package org.ocppbridge.adapter.csms;

import org.ocppbridge.mappings.LinkNews.Trouble;

/**
 * The ways in which one link may reach its CSMS: which one to try next is decided at each dial. The
 * calls come one after another.
 */
public interface Ways {

  /** What to dial now. */
  LinkSettings next();

  /**
   * A connection was made. Returns before anything is sent over it; may wait for a write to the
   * store, and for nothing else.
   */
  void connected(LinkSettings way);

  /** No connection came about. */
  void failed(LinkSettings way, Trouble trouble, String reason);

  /** One way that never changes. */
  static Ways only(LinkSettings way) {
    return new Ways() {
      @Override
      public LinkSettings next() {
        return way;
      }

      @Override
      public void connected(LinkSettings used) {}

      @Override
      public void failed(LinkSettings used, Trouble trouble, String reason) {}
    };
  }
}
