using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>The newest records of one node that pass a filter.</summary>
internal static class TrailQuery
{
    private const string ByColumns = """
        SELECT sequence, payload, hash, time FROM record
        WHERE ($request IS NULL OR request_id = $request)
        ORDER BY sequence DESC LIMIT $limit
        """;

    // The sub-query walks the patient index; the columns come after it.
    private const string ByPatient = """
        SELECT sequence, payload, hash, time FROM record
        WHERE ($request IS NULL OR request_id = $request) AND sequence IN (
            SELECT sequence FROM patient WHERE epd_id = $epd
            UNION SELECT sequence FROM patient WHERE bsn = $bsn)
        ORDER BY sequence DESC LIMIT $limit
        """;

    public static IEnumerable<StoredAuditRecord> Read(string folder, string node, AuditFilter filter) => TrailFiles.Segments(folder, node).Reverse()
        .SelectMany(segment => Read(segment, node, filter))
        .Take(filter.Limit);

    private static IEnumerable<StoredAuditRecord> Read(TrailSegment segment, string node, AuditFilter filter)
    {
        using var connection = ReadOnlyTrail.Open(segment.Path);
        if (TrailSchema.IsEmpty(connection))
        {
            yield break;
        }

        TrailSchema.Check(connection);
        using var command = connection.CreateCommand();
        command.CommandText = filter is { PatientId: null, Bsn: null } ? ByColumns : ByPatient;
        command.Parameters.AddWithValue("$request", (object?)filter.RequestId ?? DBNull.Value);
        command.Parameters.AddWithValue("$epd", (object?)filter.PatientId ?? DBNull.Value);
        command.Parameters.AddWithValue("$bsn", (object?)filter.Bsn ?? DBNull.Value);
        command.Parameters.AddWithValue("$limit", filter.Limit);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            yield return StoredRecords.Of(node, row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), row.GetString(3), isForAPerson: false);
        }
    }
}
