using System.Globalization;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>A temporary folder with a trail that begins a new file after every third record.</summary>
public sealed class SegmentedFolder : TrailRig
{
    public const int Records = 3;

    public string Trail => Path.Combine(Root, "trail");

    public override AuditStorage Storage => AuditStorage.InFolder(Trail);

    public override AuditTrailOptions Options => base.Options with { SegmentRecords = Records };

    public string Segment(int number) => Path.Combine(Trail, number == 1 ? $"{Node}.trail.db" : string.Create(CultureInfo.InvariantCulture, $"{Node}.{number}.trail.db"));

    /// <summary>Of the node; in their order.</summary>
    public IEnumerable<string> Segments => Enumerable.Range(1, 100).Select(Segment).TakeWhile(File.Exists);

    public override void Tamper(string sql)
    {
        foreach (var path in Segments)
        {
            TamperIn(path, sql);
        }
    }

    /// <summary>Changes one file as someone with the rights of the database could: the triggers go first.</summary>
    public static void TamperIn(string path, string sql) => Run(path, """
        DROP TRIGGER IF EXISTS record_insert; DROP TRIGGER IF EXISTS record_update; DROP TRIGGER IF EXISTS record_delete; DROP TRIGGER IF EXISTS record_sealed;
        DROP TRIGGER IF EXISTS patient_insert; DROP TRIGGER IF EXISTS patient_update; DROP TRIGGER IF EXISTS patient_delete;
        """ + sql);

    public static object? Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadWrite;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public override long Count() => Segments.Sum(path => (long)Run(path, "SELECT count(*) FROM record")!);
}
