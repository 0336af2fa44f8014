import GRDB

/// The tables of a base, and how older ones become newer ones.
enum Schema {
  /// What SQLite's `file` header says of a base: `LVKR`.
  static let applicationID: Int32 = 0x4C56_4B52
  /// The newest schema this engine knows; also in the file's `user_version`.
  static let version = 1

  /// All migrations, oldest first. A migration that has been released never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: versions)
      try db.execute(sql: zones)
      try db.execute(sql: catalogue)
      try db.execute(sql: panels)
      try db.execute(sql: results)
      try db.execute(sql: views)
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    }
    return migrator
  }

  private static let versions = """
    CREATE TABLE version (
      number INTEGER PRIMARY KEY,
      label TEXT NOT NULL,
      created TEXT NOT NULL,
      engine TEXT NOT NULL,
      message TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      parent INTEGER REFERENCES version(number),
      programme INTEGER REFERENCES programme(id),
      catalogue INTEGER REFERENCES catalogue(id));
    CREATE TABLE current_history (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      version INTEGER NOT NULL REFERENCES version(number) DEFERRABLE INITIALLY DEFERRED,
      made_current TEXT NOT NULL);
    CREATE VIEW current_version AS
      SELECT version.* FROM version
      WHERE number = (SELECT version FROM current_history ORDER BY sequence DESC LIMIT 1);
    CREATE TABLE version_source (
      version INTEGER NOT NULL REFERENCES version(number) DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      source TEXT NOT NULL,
      state TEXT NOT NULL,
      content_sha256 TEXT,
      licence TEXT,
      attribution TEXT,
      retrieved TEXT,
      message TEXT,
      constructed INTEGER NOT NULL,
      PRIMARY KEY (version, source)) WITHOUT ROWID;
    """

  private static let zones = """
    CREATE TABLE zone (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      level TEXT NOT NULL,
      parent TEXT,
      valid_from TEXT,
      valid_to TEXT);
    CREATE UNIQUE INDEX zone_identity ON zone (
      code, name, level, ifnull(parent, char(0)), ifnull(valid_from, ''), ifnull(valid_to, ''));
    CREATE TABLE zone_system (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL UNIQUE,
      zones INTEGER NOT NULL);
    CREATE TABLE zone_system_member (
      system INTEGER NOT NULL REFERENCES zone_system(id),
      position INTEGER NOT NULL,
      zone INTEGER NOT NULL REFERENCES zone(id),
      PRIMARY KEY (system, position)) WITHOUT ROWID;
    CREATE TABLE version_zone_system (
      version INTEGER NOT NULL REFERENCES version(number) DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      system INTEGER NOT NULL REFERENCES zone_system(id),
      PRIMARY KEY (version, position)) WITHOUT ROWID;
    """

  private static let catalogue = """
    CREATE TABLE catalogue (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE);
    CREATE TABLE indicator (
      catalogue INTEGER NOT NULL REFERENCES catalogue(id),
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      name_nb TEXT NOT NULL,
      name_en TEXT,
      theme TEXT,
      goal TEXT,
      role TEXT NOT NULL,
      kind TEXT NOT NULL,
      unit TEXT NOT NULL,
      multiplier REAL,
      direction TEXT NOT NULL,
      numerator TEXT,
      denominator TEXT,
      window_years INTEGER NOT NULL,
      windows_are_published INTEGER NOT NULL,
      strata TEXT NOT NULL,
      standardise TEXT NOT NULL,
      aggregate TEXT NOT NULL,
      suppress_numerator_below INTEGER NOT NULL,
      suppress_complement_below INTEGER NOT NULL,
      suppress_denominator_below INTEGER NOT NULL,
      suppress_zeros INTEGER NOT NULL,
      suppress_series_hidden_share REAL,
      suppress_series_weak_share REAL,
      suppress_series_weak_below INTEGER NOT NULL,
      breaks TEXT NOT NULL,
      valid_low REAL,
      valid_high REAL,
      about_nb TEXT,
      about_en TEXT,
      constructed INTEGER NOT NULL,
      PRIMARY KEY (catalogue, position)) WITHOUT ROWID;
    CREATE TABLE programme (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      name_nb TEXT NOT NULL,
      name_en TEXT,
      zone_system TEXT NOT NULL,
      against TEXT NOT NULL,
      baseline TEXT,
      freezes_baseline INTEGER NOT NULL,
      midterm INTEGER,
      final INTEGER,
      alpha REAL,
      donors_from TEXT NOT NULL,
      donors_exclude TEXT NOT NULL,
      donors_exclude_neighbours TEXT,
      publish_folder TEXT NOT NULL,
      languages TEXT NOT NULL,
      formats TEXT NOT NULL);
    CREATE TABLE treated_zone (
      programme INTEGER NOT NULL REFERENCES programme(id),
      position INTEGER NOT NULL,
      zone TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER,
      PRIMARY KEY (programme, position)) WITHOUT ROWID;
    CREATE TABLE zone_group (
      programme INTEGER NOT NULL REFERENCES programme(id),
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      name_nb TEXT NOT NULL,
      name_en TEXT,
      members TEXT,
      whole TEXT,
      minus TEXT,
      PRIMARY KEY (programme, position)) WITHOUT ROWID;
    CREATE TABLE goal (
      programme INTEGER NOT NULL REFERENCES programme(id),
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      name_nb TEXT NOT NULL,
      name_en TEXT,
      key_indicators TEXT NOT NULL,
      PRIMARY KEY (programme, position)) WITHOUT ROWID;
    CREATE TABLE target (
      programme INTEGER NOT NULL,
      goal INTEGER NOT NULL,
      position INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      zone TEXT NOT NULL,
      value REAL,
      year INTEGER NOT NULL,
      PRIMARY KEY (programme, goal, position),
      FOREIGN KEY (programme, goal) REFERENCES goal(programme, position)) WITHOUT ROWID;
    """

  private static let panels = """
    CREATE TABLE zone_axis (
      id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, zones INTEGER NOT NULL);
    CREATE TABLE zone_axis_member (
      axis INTEGER NOT NULL REFERENCES zone_axis(id),
      position INTEGER NOT NULL,
      zone INTEGER NOT NULL REFERENCES zone(id),
      PRIMARY KEY (axis, position)) WITHOUT ROWID;
    CREATE INDEX zone_axis_member_zone ON zone_axis_member (axis, zone);
    CREATE TABLE period_axis (
      id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, periods INTEGER NOT NULL);
    CREATE TABLE period_axis_member (
      axis INTEGER NOT NULL REFERENCES period_axis(id),
      position INTEGER NOT NULL,
      period TEXT NOT NULL,
      unit INTEGER NOT NULL,
      year INTEGER NOT NULL,
      number INTEGER NOT NULL,
      length INTEGER NOT NULL,
      PRIMARY KEY (axis, position)) WITHOUT ROWID;
    CREATE TABLE panel (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      indicator TEXT NOT NULL,
      stratum TEXT NOT NULL,
      choices TEXT NOT NULL,
      kind TEXT,
      unit TEXT NOT NULL,
      multiplier REAL,
      zone_axis INTEGER NOT NULL REFERENCES zone_axis(id),
      period_axis INTEGER NOT NULL REFERENCES period_axis(id),
      zones INTEGER NOT NULL,
      periods INTEGER NOT NULL,
      observed INTEGER NOT NULL,
      has_numerators INTEGER NOT NULL,
      has_denominators INTEGER NOT NULL,
      bounds INTEGER NOT NULL,
      codec TEXT NOT NULL,
      chunk_zones INTEGER NOT NULL);
    CREATE TABLE panel_chunk (
      panel INTEGER NOT NULL REFERENCES panel(id),
      chunk INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (panel, chunk));
    CREATE TABLE panel_bound (
      panel INTEGER NOT NULL REFERENCES panel(id),
      cell INTEGER NOT NULL,
      low REAL NOT NULL,
      high REAL NOT NULL,
      PRIMARY KEY (panel, cell)) WITHOUT ROWID;
    CREATE TABLE version_panel (
      version INTEGER NOT NULL REFERENCES version(number) DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      panel INTEGER NOT NULL REFERENCES panel(id),
      source TEXT,
      PRIMARY KEY (version, position)) WITHOUT ROWID;
    CREATE INDEX version_panel_panel ON version_panel (panel);
    """

  private static let results = """
    CREATE TABLE result_table (
      name TEXT PRIMARY KEY,
      verb TEXT NOT NULL,
      part TEXT NOT NULL,
      UNIQUE (verb, part)) WITHOUT ROWID;
    CREATE TABLE version_result (
      version INTEGER NOT NULL REFERENCES version(number) DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      verb TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      findings TEXT NOT NULL,
      PRIMARY KEY (version, position)) WITHOUT ROWID;
    CREATE TABLE version_result_table (
      version INTEGER NOT NULL,
      result INTEGER NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      verb TEXT NOT NULL,
      part TEXT NOT NULL,
      rows INTEGER NOT NULL,
      columns TEXT NOT NULL,
      PRIMARY KEY (version, result, position),
      FOREIGN KEY (version, result) REFERENCES version_result(version, position)) WITHOUT ROWID;
    CREATE TABLE figure (
      version INTEGER NOT NULL REFERENCES version(number) DEFERRABLE INITIALLY DEFERRED,
      indicator TEXT NOT NULL,
      stratum TEXT NOT NULL,
      zone TEXT NOT NULL,
      period TEXT NOT NULL,
      value REAL,
      numerator REAL,
      denominator REAL,
      status TEXT NOT NULL,
      provisional INTEGER NOT NULL,
      estimated INTEGER NOT NULL,
      constructed INTEGER NOT NULL,
      PRIMARY KEY (version, indicator, stratum, zone, period)) WITHOUT ROWID;
    """

  private static let views = """
    CREATE VIEW current_zones AS
      SELECT zone.code, zone.name, zone.level, zone.parent, zone.valid_from, zone.valid_to,
             zone_system.name AS system
      FROM current_version
      JOIN version_zone_system link ON link.version = current_version.number
      JOIN zone_system ON zone_system.id = link.system
      JOIN zone_system_member member ON member.system = link.system
      JOIN zone ON zone.id = member.zone
      ORDER BY link.position, member.position;
    CREATE VIEW current_indicators AS
      SELECT indicator.* FROM current_version
      JOIN indicator ON indicator.catalogue = current_version.catalogue;
    CREATE VIEW current_sources AS
      SELECT version_source.* FROM current_version
      JOIN version_source ON version_source.version = current_version.number;
    CREATE VIEW current_panels AS
      SELECT panel.*, link.source FROM current_version
      JOIN version_panel link ON link.version = current_version.number
      JOIN panel ON panel.id = link.panel;
    CREATE VIEW current_figures AS
      SELECT figure.* FROM current_version JOIN figure ON figure.version = current_version.number;
    """
}
