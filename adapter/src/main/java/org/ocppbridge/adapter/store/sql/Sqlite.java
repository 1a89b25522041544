package org.ocppbridge.adapter.store.sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.adapter.store.journal.Place;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * SQLite in one file of the data folder. A commit is on the disk when it returns: a write-ahead
 * log, synced with each commit.
 */
final class Sqlite implements Engine {
  static final String FILE = "bridge.db";

  /** Ends the names of its journal's files, but for their numbers. */
  static final String JOURNAL = "-redo-";

  /** What has to be in force, and is asked back: a library may be built without. */
  private static final Map<String, String> PRAGMAS =
      Map.of("journal_mode", "wal", "synchronous", "2", "fullfsync", "1");

  /** The file's own troubles: full disk, broken disk, no rights, another writer. */
  private static final Set<SQLiteErrorCode> OF_THE_FILE =
      Set.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_CORRUPT,
          SQLiteErrorCode.SQLITE_NOTADB,
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_PERM,
          SQLiteErrorCode.SQLITE_NOMEM);

  /**
   * Most memory for pages of a connection, in KiB. A fleet of 20,000 chargers takes some 30 MB; the
   * library's own 2 MB would have pages read for each charger.
   */
  private static final int CACHE_KIB = 32 << 10;

  /** Files up to this size, in bytes, are read as a whole at each start: it takes a second. */
  private static final long CHECKED_ALWAYS = 256L << 20;

  private final Path file;
  private final FolderLock lock;

  private Sqlite(Path file, FolderLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /**
   * Takes a data folder; makes it if need be.
   *
   * @throws StoreException if it is in use, or if what is in it is damaged; then nothing has
   *     changed
   */
  static Sqlite in(Path folder) {
    return in(folder, CHECKED_ALWAYS);
  }

  /** The same; files up to a size are read as a whole even if they are as they were left. */
  static Sqlite in(Path folder, long checkedAlways) {
    FolderLock lock = FolderLock.take(folder);
    try {
      useLibraryIn(folder);
      Path file = folder.resolve(FILE);
      if (Files.exists(file) && !isKnown(file, lock, checkedAlways)) {
        check(file);
      }
      return new Sqlite(file, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Whether a large file is just as it was when a bridge stopped in good order: to read all of it
   * once more would take minutes. Opening it still reads its header and its schema.
   */
  private static boolean isKnown(Path file, FolderLock lock, long checkedAlways) {
    return file.toFile().length() > checkedAlways && lock.before().equals(stopped(file));
  }

  /** Size and time tell a file from one that was put in its place or changed by other hands. */
  private static String stopped(Path file) {
    return "stopped with " + file.toFile().length() + " bytes of " + file.toFile().lastModified();
  }

  /** The native library is unpacked beside the data: many a /tmp lets nothing be executed. */
  static void useLibraryIn(Path folder) {
    if (System.getProperty("org.sqlite.tmpdir") == null) {
      System.setProperty("org.sqlite.tmpdir", folder.toAbsolutePath().toString());
    }
  }

  /** Reads the whole file once; it cannot be written to meanwhile, not even by the library. */
  static void check(Path file) {
    try {
      check(file, SQLiteOpenMode.READONLY);
    } catch (SQLException e) {
      if (!isCutOff(e)) {
        throw new StoreException(damaged(file, e.getMessage()), e);
      }
      checkCutOff(file);
    }
  }

  /**
   * A process that ended while it made the file left the old pages beside it. The library puts them
   * back, for which it has to write.
   */
  private static void checkCutOff(Path file) {
    try {
      check(file, SQLiteOpenMode.READWRITE);
    } catch (SQLException e) {
      throw new StoreException(damaged(file, e.getMessage()), e);
    }
  }

  private static boolean isCutOff(SQLException e) {
    return e instanceof SQLiteException failure
        && failure.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_ROLLBACK;
  }

  private static void check(Path file, SQLiteOpenMode mode) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("open_mode", Integer.toString(mode.flag));
    try (Connection connection = JDBC.createConnection(url(file), properties);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
      String said = found.next() ? found.getString(1) : "nothing";
      if (!said.equals("ok")) {
        throw new StoreException(damaged(file, said));
      }
    }
  }

  private static String damaged(Path file, String said) {
    return "the store "
        + file
        + " is damaged and was left as it is ("
        + said.replaceAll("\\s+", " ")
        + "); restore a backup, or move it away to begin anew";
  }

  private static String url(Path file) {
    return JDBC.PREFIX + file.toAbsolutePath();
  }

  @Override
  public void say(String holder) {
    lock.say(holder);
  }

  Path file() {
    return file;
  }

  @Override
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    // The driver would ask for the key of each row that is inserted.
    properties.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.pragmaName, "false");
    Connection connection = JDBC.createConnection(url(file), properties);
    try (Statement statement = connection.createStatement()) {
      for (String pragma :
          List.of(
              "busy_timeout = 5000",
              "journal_mode = WAL",
              "synchronous = FULL",
              "fullfsync = ON",
              "wal_autocheckpoint = 4000",
              "cache_size = -" + CACHE_KIB,
              "journal_size_limit = 67108864")) {
        statement.execute("PRAGMA " + pragma);
      }
      for (Map.Entry<String, String> wanted : PRAGMAS.entrySet()) {
        assertInForce(statement, wanted.getKey(), wanted.getValue());
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void assertInForce(Statement statement, String pragma, String wanted)
      throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      String is = row.next() ? row.getString(1) : "nothing";
      if (!is.equals(wanted)) {
        throw new StoreException(
            "SQLite has %s = %s instead of %s for %s, so nothing would be safe there; is it on a network file system?"
                .formatted(pragma, is, wanted, file));
      }
    }
  }

  @Override
  public Optional<Place> journal() {
    return Optional.of(journal(file));
  }

  /** Where the journal of a database lies: beside it. */
  static Place journal(Path file) {
    return Place.in(file.toAbsolutePath().getParent(), file.getFileName() + JOURNAL);
  }

  @Override
  public String clustered() {
    return "WITHOUT ROWID";
  }

  @Override
  public boolean concernsAll(SQLException failure) {
    return OF_THE_FILE.contains(SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff));
  }

  @Override
  public void close() {
    if (!Files.exists(file.resolveSibling(FILE + "-wal"))) {
      lock.say(stopped(file));
    }
    lock.close();
  }
}
