using Microsoft.Data.Sqlite;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>Says what is wrong with the disk of the trail, and what to do.</summary>
internal static class WriteFault
{
    public static string Explain(Exception fault, string folder)
    {
        var cause = fault is SqliteException sqlite ? Explain(sqlite) : fault.Message;
        return $"The audit trail in {folder} could not be written: {cause}";
    }

    private static string Explain(SqliteException fault) => fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => "the disk is full. Free space; recording goes on by itself.",
        SQLitePCL.raw.SQLITE_READONLY => "the file is read-only. Give the portal's account the right to write.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "another program keeps it locked. End it.",
        SQLitePCL.raw.SQLITE_IOERR => $"the disk gave an I/O error ({fault.SqliteExtendedErrorCode}). Check the disk.",
        SQLitePCL.raw.SQLITE_CANTOPEN => "the file cannot be opened. Check that it is there and its volume is mounted.",
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => "the file is damaged. Keep it and verify it.",
        _ => $"SQLite says {fault.SqliteErrorCode}: {fault.Message}",
    };
}
