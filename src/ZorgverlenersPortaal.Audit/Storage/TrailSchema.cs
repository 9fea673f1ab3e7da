using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>The tables of a trail, made once, its columns never changed in place; the triggers refuse what is not adding.</summary>
internal static class TrailSchema
{
    /// <summary>Marks the file as a trail ("ZPAT"), so that another database is not taken for one.</summary>
    public const long ApplicationId = 0x5A504154;

    /// <summary>The newest schema of a segment that can be added to.</summary>
    public const long Version = 2;

    /// <summary>The schema of a sealed segment.</summary>
    private const long SealedVersion = 3;

    // REPLACE deletes without firing delete triggers, and so needs the insert triggers to be refused.
    private static string Create(long first) => string.Create(CultureInfo.InvariantCulture, $"""
        CREATE TABLE record(
            sequence INTEGER PRIMARY KEY,
            time TEXT NOT NULL,
            event INTEGER NOT NULL,
            outcome INTEGER NOT NULL,
            actor TEXT,
            request_id TEXT NOT NULL,
            payload BLOB NOT NULL,
            previous BLOB NOT NULL,
            hash BLOB NOT NULL) STRICT;
        CREATE TABLE patient(
            sequence INTEGER NOT NULL,
            position INTEGER NOT NULL,
            epd_id TEXT NOT NULL,
            bsn TEXT,
            PRIMARY KEY(sequence, position)) STRICT, WITHOUT ROWID;
        CREATE INDEX patient_by_epd_id ON patient(epd_id, sequence);
        CREATE INDEX patient_by_bsn ON patient(bsn, sequence) WHERE bsn IS NOT NULL;
        CREATE TRIGGER record_insert BEFORE INSERT ON record
            WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), {first - 1}) + 1 FROM record)
            BEGIN SELECT RAISE(ABORT, 'the audit trail only grows at its end'); END;
        CREATE TRIGGER record_update BEFORE UPDATE ON record
            BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        CREATE TRIGGER record_delete BEFORE DELETE ON record
            BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        CREATE TRIGGER patient_insert BEFORE INSERT ON patient
            WHEN NEW.sequence IS NOT (SELECT max(sequence) FROM record)
                OR EXISTS (SELECT 1 FROM patient WHERE sequence = NEW.sequence AND position = NEW.position)
            BEGIN SELECT RAISE(ABORT, 'the audit trail only grows at its end'); END;
        CREATE TRIGGER patient_update BEFORE UPDATE ON patient
            BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        CREATE TRIGGER patient_delete BEFORE DELETE ON patient
            BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        """);

    // Of version 2: an officer looks by period, person and outcome. One index that grows at its end, as time does, costs a record
    // nothing that could be measured; one that begins with the person cost a third more.
    private const string Indexes = "CREATE INDEX record_by_time ON record(time, actor, outcome);";

    /// <summary>
    /// Makes the tables in an empty file, whose first record will be <paramref name="first"/>, adds the index to an older one, or refuses
    /// a file that is not a trail this program knows.
    /// </summary>
    public static void Ensure(SqliteConnection connection, long first)
    {
        if (IsEmpty(connection))
        {
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
                BEGIN IMMEDIATE;
                {Create(first)}
                {Indexes}
                PRAGMA application_id = {ApplicationId};
                PRAGMA user_version = {Version};
                COMMIT;
                """));
        }

        Check(connection);
        if (Number(connection, "PRAGMA user_version") < Version)
        {
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
                BEGIN IMMEDIATE;
                {Indexes}
                PRAGMA user_version = {Version};
                COMMIT;
                """));
        }
    }

    /// <summary>True when nothing may be added any more.</summary>
    public static bool IsSealed(SqliteConnection connection) => Number(connection, "PRAGMA user_version") == SealedVersion;

    /// <summary>Lets nothing be added any more; may be done again.</summary>
    public static void Seal(SqliteConnection connection) => Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
        BEGIN IMMEDIATE;
        CREATE TRIGGER IF NOT EXISTS record_sealed BEFORE INSERT ON record
            BEGIN SELECT RAISE(ABORT, 'this segment of the audit trail is sealed'); END;
        PRAGMA user_version = {SealedVersion};
        COMMIT;
        """));

    /// <summary>True when nothing was ever written to the file.</summary>
    public static bool IsEmpty(SqliteConnection connection) =>
        Number(connection, "PRAGMA user_version") == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;

    /// <summary>Throws AuditTrailRefusedException when the file is not a trail this program knows.</summary>
    public static void Check(SqliteConnection connection)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new AuditTrailRefusedException($"{connection.DataSource} is a database, but not an audit trail.");
        }

        var version = Number(connection, "PRAGMA user_version");
        if (version is < 1 or > SealedVersion)
        {
            throw new AuditTrailRefusedException(
                $"{connection.DataSource} has schema version {version}; this program knows up to {SealedVersion}. Use the "
                + "version of the portal that wrote it, or a newer one.");
        }
    }

    /// <summary>Runs statements that return nothing.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
