using Npgsql;
using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>Reads records of one node back from the database.</summary>
internal static class RecordQuery
{
    public static IEnumerable<StoredAuditRecord> Read(PostgreSqlStorage storage, string node, AuditFilter filter)
    {
        using var connection = storage.OpenToRead();
        using var command = connection.CreateCommand();
        List<string> conditions = ["node = @node"];
        command.Parameters.AddWithValue("node", node);
        if (filter.RequestId is not null)
        {
            command.Parameters.AddWithValue("request", filter.RequestId);
            conditions.Add("request_id = @request");
        }

        if (filter is not { PatientId: null, Bsn: null })
        {
            command.Parameters.AddWithValue("epd", (object?)filter.PatientId ?? "");
            command.Parameters.AddWithValue("bsn", (object?)filter.Bsn ?? "");
            conditions.Add(filter switch
            {
                { Bsn: null } => "sequence = ANY(ARRAY(SELECT sequence FROM audit.patient WHERE node = @node AND epd_id = @epd))",
                { PatientId: null } => "sequence = ANY(ARRAY(SELECT sequence FROM audit.patient WHERE node = @node AND bsn = @bsn))",
                _ => "sequence = ANY(ARRAY(SELECT sequence FROM audit.patient WHERE node = @node AND (epd_id = @epd OR bsn = @bsn)))",
            });
        }

        command.Parameters.AddWithValue("limit", filter.Limit);
        return Records(command, node, $"{string.Join(" AND ", conditions)} ORDER BY sequence DESC LIMIT @limit", isForAPerson: false);
    }

    public static StoredAuditRecord? Read(PostgreSqlStorage storage, string node, long sequence)
    {
        using var connection = storage.OpenToRead();
        using var command = connection.CreateCommand();
        command.Parameters.AddWithValue("node", node);
        command.Parameters.AddWithValue("sequence", sequence);
        return Records(command, node, "node = @node AND sequence = @sequence", isForAPerson: true).SingleOrDefault();
    }

    /// <summary>All that the command finds; its parameters are set.</summary>
    public static List<StoredAuditRecord> Records(NpgsqlCommand command, string node, string where, bool isForAPerson)
    {
        command.CommandText = "SELECT sequence, payload, hash, time FROM audit.record WHERE " + where;
        using var row = command.ExecuteReader();
        List<StoredAuditRecord> found = [];
        while (row.Read())
        {
            found.Add(StoredRecords.Of(node, row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), row.GetString(3), isForAPerson));
        }

        return found;
    }
}
