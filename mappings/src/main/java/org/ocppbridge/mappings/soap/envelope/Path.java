package org.ocppbridge.mappings.soap.envelope;

/**
 * Where in a message something stands, for example {@code meterValue[0].timestamp}. Put into words
 * only when there is something to say of it, which of most messages there is not.
 *
 * @param parent null for the message itself
 * @param index place in its list; negative if there is none
 */
record Path(Path parent, String name, int index) {

  /** The message itself, which needs no name. */
  static final Path MESSAGE = new Path(null, "", -1);

  /** Of what stands inside. */
  Path to(String name) {
    return new Path(this, name, -1);
  }

  /** Of the list item that stands inside. */
  Path to(String name, int index) {
    return new Path(this, name, index);
  }

  /** In words, or what stands for the message itself. */
  String or(String message) {
    return parent == null ? message : toString();
  }

  @Override
  public String toString() {
    String here = index < 0 ? name : name + "[" + index + "]";
    return parent == null || parent.parent == null ? here : parent + "." + here;
  }
}
