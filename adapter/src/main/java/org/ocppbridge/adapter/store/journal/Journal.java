package org.ocppbridge.adapter.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.ocppbridge.adapter.store.journal.Place.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journal that is written. One thread appends; another may release. */
public final class Journal implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  /** Over so many bytes another file begins, so that those before it can go. */
  static final int FILE_MAX = 8 << 20;

  /** So many files that are needed no longer are kept, to be written over. */
  static final int SPARES_MAX = 3;

  /** Larger frames have a buffer of their own. */
  private static final int BUFFER = 1 << 20;

  private final Place place;
  private final UUID owner;
  private final int fileMax;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

  /** Oldest first; the last is written to. Guarded by itself. */
  private final Deque<Segment> segments = new ArrayDeque<>();

  /** Needed no longer. Guarded by the segments. */
  private final Deque<Segment> spares = new ArrayDeque<>();

  /** Null: the next append makes another file. */
  private Tail tail;

  private long size;
  private long next;

  /**
   * A journal without files yet.
   *
   * @param owner whose it is; in each file, so that no other takes it for its own
   * @param next the number of the first frame
   */
  public Journal(Place place, UUID owner, long next) {
    this(place, owner, next, FILE_MAX);
  }

  /** The same with files of another size. */
  Journal(Place place, UUID owner, long next, int fileMax) {
    this.place = place;
    this.owner = owner;
    this.next = next;
    this.fileMax = fileMax;
  }

  /**
   * Appends a frame; it is on the disk when this returns.
   *
   * @param parts of its body, one after the other
   * @return its number
   * @throws IOException if it was not appended; the next append will have its number
   */
  public long append(List<byte[]> parts) throws IOException {
    try {
      if (tail == null || size >= fileMax) {
        begin();
      }
      write(Frame.BODY, parts);
      return next++;
    } catch (IOException | RuntimeException e) {
      giveUp(e);
      throw e;
    }
  }

  private void begin() throws IOException {
    if (tail != null) {
      tail.close();
      tail = null;
    }
    Segment fresh = new Segment(place.file(next), next);
    Segment spare;
    synchronized (segments) {
      if (!fresh.equals(segments.peekLast())) {
        segments.add(fresh);
      }
      spare = spares.poll();
    }
    // Made before by an attempt that failed: nothing in it counts.
    Files.deleteIfExists(fresh.file());
    if (spare != null) {
      Files.move(spare.file(), fresh.file());
    }
    tail = place.maker().open(fresh.file());
    size = 0;
    write(Frame.HEAD, List.of(Head.bytes(owner)));
  }

  private void write(int kind, List<byte[]> parts) throws IOException {
    int length = Frame.size(parts);
    ByteBuffer bytes = length <= BUFFER ? buffer.clear() : ByteBuffer.allocate(length);
    Frame.put(bytes, kind, next, parts);
    tail.append(bytes.flip());
    size += length;
  }

  /** What is in the file's end is uncertain now. */
  private void giveUp(Exception cause) {
    try (Tail _ = tail) {
      tail = null;
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /**
   * Frames up to this number are needed no longer. A few of their files are kept to be written
   * over: the disk has given them their places already.
   */
  public void release(long number) {
    synchronized (segments) {
      while (segments.size() > 1) {
        Segment oldest = segments.pop();
        if (segments.peek().first() - 1 > number) {
          segments.push(oldest);
          return;
        }
        if (spares.size() < SPARES_MAX) {
          spares.add(oldest);
        } else {
          delete(oldest);
        }
      }
    }
  }

  /** One that cannot be deleted goes at the next start. */
  private static void delete(Segment segment) {
    try {
      Files.deleteIfExists(segment.file());
    } catch (IOException e) {
      LOG.warn("{} is needed no longer, but cannot be deleted: {}", segment.file(), e.toString());
    }
  }

  /** The number of the last frame. */
  public long last() {
    return next - 1;
  }

  /** Ends it; what is in it stays. */
  @Override
  public void close() throws IOException {
    if (tail != null) {
      tail.close();
      tail = null;
    }
  }
}
