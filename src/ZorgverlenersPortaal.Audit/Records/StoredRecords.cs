using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Records;

/// <summary>Makes records of what is stored.</summary>
internal static class StoredRecords
{
    /// <summary>
    /// The record. When its payload is none any more: one that says so where a person looks, who has to see that something is there, and
    /// else a FormatException, because whoever counts must not count without it.
    /// </summary>
    public static StoredAuditRecord Of(string node, long sequence, byte[] payload, byte[] hash, string time, bool isForAPerson)
    {
        try
        {
            return new(node, sequence, PayloadReader.Read(payload), Convert.ToHexStringLower(hash));
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return isForAPerson
                ? new(node, sequence, Nothing(time), Convert.ToHexStringLower(hash)) { IsReadable = false }
                : throw new FormatException(FormattableString.Invariant($"Record {node}/{sequence} cannot be read; 'audit verify' says what happened to it."), fault);
        }
    }

    // A time that is none sorts as its text does, so that paging goes on behind it.
    private static AuditRecord Nothing(string time) => new()
    {
        Event = default,
        Action = AuditAction.Read,
        Outcome = AuditOutcome.Failed,
        Time = StoredText.TryToTime(time) ?? (string.CompareOrdinal(time, "5") > 0 ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue),
        RequestId = "",
    };
}
