package org.ocppbridge.adapter.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.adapter.store.journal.Place.Segment;

/** What is left of a journal when the process that wrote it is gone. */
public final class Recovery {

  /** How often a file that is written to is read; then it is taken as it is, and found damaged. */
  private static final int COPY_TRIES = 20;

  private final Place place;
  private final UUID owner;
  private final List<Segment> segments;

  /** Takes a frame. */
  @FunctionalInterface
  public interface Reader<X extends Exception> {
    void read(long number, ByteBuffer body) throws X;
  }

  /**
   * Of what lies there now.
   *
   * @param owner whose it has to be
   */
  public Recovery(Place place, UUID owner) throws IOException {
    this.place = place;
    this.owner = owner;
    this.segments = place.segments();
  }

  /** Whether there is nothing at all. */
  public boolean isEmpty() {
    return segments.isEmpty();
  }

  /**
   * Hands over all frames after that number, in their order; none if anything is wrong.
   *
   * @throws StoreException if the journal is damaged, incomplete or not the owner's
   */
  public <X extends Exception> void after(long number, Reader<X> reader) throws IOException, X {
    walk(number, (n, body) -> {});
    walk(number, reader);
  }

  private <X extends Exception> void walk(long number, Reader<X> reader) throws IOException, X {
    long wanted = number + 1;
    for (int i = 0; i < segments.size(); i++) {
      boolean last = i == segments.size() - 1;
      long end = last ? Long.MAX_VALUE : segments.get(i + 1).first();
      if (end > wanted) {
        wanted = walk(segments.get(i), end, wanted, reader);
      }
    }
  }

  /**
   * Reads a file.
   *
   * @param end the first number that is not its own, {@link Long#MAX_VALUE} in the last file
   * @param wanted the number that has not been handed over
   * @return the number that is wanted next
   */
  private <X extends Exception> long walk(Segment segment, long end, long wanted, Reader<X> reader)
      throws IOException, X {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(segment.file()));
    boolean last = end == Long.MAX_VALUE;
    if (segment.first() > wanted) {
      throw damaged(segment, "frames from " + wanted + " on are missing before it");
    }
    Frame frame = frame(file, 0, Frame.HEAD, segment.first());
    if (frame == null && last && isEnd(file, 0, segment.first())) {
      return wanted;
    }
    check(segment, Head.of(frame));
    for (long number = segment.first(); number < end; number++) {
      int start = frame.end();
      frame = frame(file, start, Frame.BODY, number);
      if (frame == null && last && isEnd(file, start, number)) {
        return Math.max(number, wanted);
      }
      if (frame == null) {
        throw damaged(segment, "there is no frame " + number + " at byte " + start);
      }
      if (number >= wanted) {
        reader.read(number, frame.body());
      }
    }
    return end;
  }

  /** The frame that has to begin there; null if another does, or none. */
  private static Frame frame(ByteBuffer file, int start, int kind, long number) {
    Frame frame = Frame.at(file, start);
    return frame != null && frame.kind() == kind && frame.number() == number ? frame : null;
  }

  /**
   * Whether no sound frame with this number or a later one comes any more: it was being written
   * when the process or power went. Earlier ones are of a file that was written over.
   */
  private static boolean isEnd(ByteBuffer file, int start, long number) {
    for (int at = start; at <= file.limit() - Frame.OVERHEAD; at++) {
      Frame frame = Frame.at(file, at);
      if (frame != null && frame.number() >= number) {
        return false;
      }
    }
    return true;
  }

  private void check(Segment segment, Head head) {
    if (head == null) {
      throw damaged(segment, "its head cannot be read");
    }
    if (head.format() != Head.FORMAT) {
      throw new StoreException(
          "the store's journal %s has format %d; this bridge knows %d. Start and stop the bridge that wrote it once"
              .formatted(segment.file(), head.format(), Head.FORMAT));
    }
    if (!head.owner().equals(owner)) {
      throw new StoreException(
          "the journal %s belongs to another store than the one beside it and was left as it is; move it away, or put its store back"
              .formatted(segment.file()));
    }
  }

  private static StoreException damaged(Segment segment, String why) {
    return new StoreException(
        "the store's journal %s is damaged and was left as it is (%s); restore a backup, or move the store and its journal away to begin anew"
            .formatted(segment.file(), why));
  }

  /** Copies what there is to another place. A bridge that writes it goes on. */
  public void copy(Place other) throws IOException {
    for (Segment segment : segments) {
      try {
        Files.write(other.file(segment.first()), read(segment));
      } catch (NoSuchFileException released) {
        // All of it is in the store meanwhile.
      }
    }
  }

  /**
   * A file up to its last frame. It may be read while it is written, and then seem to have a hole
   * before a later frame; whoever reads it again sees all that came before that one.
   */
  private static byte[] read(Segment segment) throws IOException {
    for (int i = 1; ; i++) {
      ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(segment.file()));
      long number = segment.first();
      int end = 0;
      Frame frame = frame(file, 0, Frame.HEAD, number);
      while (frame != null) {
        end = frame.end();
        frame = frame(file, end, Frame.BODY, number);
        number = frame == null ? number : number + 1;
      }
      if (isEnd(file, end, number)) {
        return Arrays.copyOf(file.array(), end);
      }
      if (i == COPY_TRIES) {
        return file.array();
      }
    }
  }

  /** Moves all of it, with what comes before the number in the names. */
  public void move(String prefix) throws IOException {
    Place other = new Place(place.folder(), prefix, place.maker());
    for (Segment segment : segments) {
      Files.move(segment.file(), other.file(segment.first()));
    }
  }

  /** Deletes all of it. */
  public void delete() throws IOException {
    for (Segment segment : segments) {
      Files.deleteIfExists(segment.file());
    }
  }
}
