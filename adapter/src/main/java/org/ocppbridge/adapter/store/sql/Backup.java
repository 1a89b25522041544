package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.adapter.store.journal.Place;
import org.ocppbridge.adapter.store.journal.Recovery;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.TransactionChange;
import org.sqlite.JDBC;

/** Copies of a store: made while it is in use, put back while it is not. */
public final class Backup {

  /** How far event ids jump when a backup is restored; more than were given since, surely. */
  private static final int EVENTS = 1_000_000;

  /** The same of transaction numbers: more than one charger can use faster than one a second. */
  private static final int TRANSACTIONS = 10_000;

  private Backup() {}

  /**
   * Copies the store of a data folder, as it is at this moment, to a new file. A bridge that uses
   * it goes on.
   *
   * @throws StoreException if there is no store, the file exists, or it cannot be written
   */
  public static void make(Path folder, Path copy) {
    Path file = folder.resolve(Sqlite.FILE);
    if (!Files.exists(file)) {
      throw new StoreException("there is no store in " + folder);
    }
    if (Files.exists(copy)) {
      throw new StoreException(copy + " exists already; it is left as it is");
    }
    Sqlite.useLibraryIn(folder);
    Place journal = Sqlite.journal(copy);
    try {
      // First the journal: what goes from it meanwhile is in the database that is copied then.
      new Recovery(Sqlite.journal(file), null).copy(journal);
      copy(file, copy);
      applyJournal(copy, journal);
      force(copy);
    } catch (SQLException | IOException e) {
      throw new StoreException("no backup to " + copy + ": " + e.getMessage(), e);
    }
    Sqlite.check(copy);
  }

  private static void copy(Path file, Path copy) throws SQLException {
    try (Connection connection = connect(file);
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toAbsolutePath().toString());
      vacuum.execute();
    }
  }

  private static Connection connect(Path file) throws SQLException {
    return JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), new Properties());
  }

  /** The copy is a store of its own then: no journal but its own will fit it. */
  private static void applyJournal(Path copy, Place journal) throws SQLException, IOException {
    try (Connection connection = connect(copy)) {
      connection.setAutoCommit(false);
      Statements statements = new Statements(connection);
      new Replay(statements, journal).apply();
      About.IDENTITY.set(statements, UUID.randomUUID().toString());
      connection.commit();
    }
    new Recovery(journal, null).delete();
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Puts a backup into a data folder that no bridge uses. What was there is kept beside it, under a
   * name that ends in the time. Numbers jump ahead, so that none that was given since the backup is
   * given again.
   *
   * @param firstNumber lies above all transaction numbers given so far, at one a second
   * @return where the store that was there is now, if there was one
   * @throws StoreException if the folder is in use, or the backup is damaged or too new
   */
  public static Optional<Path> restore(Path copy, Path folder, int firstNumber, Instant now) {
    if (!Files.isRegularFile(copy)) {
      throw new StoreException("there is no backup " + copy);
    }
    Path workshop = folder.resolve("restoring");
    try (FolderLock _ = FolderLock.take(folder)) {
      Sqlite.useLibraryIn(folder);
      Sqlite.check(copy);
      Files.createDirectories(workshop);
      Path fresh = workshop.resolve(Sqlite.FILE);
      Files.copy(copy, fresh, StandardCopyOption.REPLACE_EXISTING);
      jump(workshop, firstNumber, now);
      force(fresh);
      Optional<Path> before = setAside(folder, now);
      Files.move(fresh, folder.resolve(Sqlite.FILE), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(workshop.resolve(FolderLock.FILE));
      Files.deleteIfExists(workshop);
      return before;
    } catch (IOException e) {
      throw new StoreException("not restored: " + e, e);
    }
  }

  private static Optional<Path> setAside(Path folder, Instant now) throws IOException {
    Path file = folder.resolve(Sqlite.FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String time = now.toString().replaceAll("[^0-9TZ]", "");
    Path aside = folder.resolve(Sqlite.FILE + "-before-" + time);
    new Recovery(Sqlite.journal(file), null).move(aside.getFileName() + Sqlite.JOURNAL);
    for (String suffix : List.of("-wal", "-shm", "")) {
      Path part = folder.resolve(Sqlite.FILE + suffix);
      if (Files.exists(part)) {
        Files.move(part, folder.resolve(aside.getFileName() + suffix));
      }
    }
    return Optional.of(aside);
  }

  private static void jump(Path folder, int firstNumber, Instant now) {
    try (SqlStore store = SqlStore.in(folder, SqlStore.Limits.DEFAULT)) {
      for (ChargerId id : store.chargers()) {
        ChargerState state = store.find(id).orElseThrow();
        List<Change> changes = new ArrayList<>();
        changes.add(new TransactionChange.NumbersTaken(firstNumber + TRANSACTIONS));
        changes.add(new PlaceChange.EventIdUsed(state.station().places().lastEventId() + EVENTS));
        store.note(state, changes, List.of(), now);
      }
    }
  }
}
