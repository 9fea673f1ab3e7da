using System.Buffers;
using System.Text.Json;
using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>The next records of a trail, as lines of one bulk request.</summary>
/// <param name="Items">What has still to be sent of it, in the order of the chain.</param>
/// <param name="End">The last record of it.</param>
/// <param name="IsFull">There may be more after it.</param>
internal sealed record ShippingBatch(IReadOnlyList<ShippingItem> Items, ShippingItem End, bool IsFull)
{
    /// <summary>At most this many records after a sequence; null when there are none.</summary>
    public static ShippingBatch? Read(ShippingOptions options, BsnKey key, long after, int records)
    {
        var stored = options.Storage.ReadAfter(options.Node, after, records, options.BatchBytes);
        List<ShippingItem> items = [];
        var bytes = 0L;
        foreach (var one in stored)
        {
            var item = Item(options, key, one);
            bytes += item.Lines.Length;
            if (items.Count > 0 && bytes > options.BatchBytes)
            {
                return new(items, items[^1], IsFull: true);
            }

            items.Add(item);
        }

        // Fewer than asked for may be because of their bytes.
        return items.Count == 0 ? null : new(items, items[^1], items.Count == records || bytes > options.BatchBytes / 2);
    }

    private static ShippingItem Item(ShippingOptions options, BsnKey key, StoredPayload stored)
    {
        try
        {
            StoredAuditRecord record = new(options.Node, stored.Sequence, PayloadReader.Read(stored.Payload), Convert.ToHexStringLower(stored.Hash));
            return new(stored.Sequence, stored.Hash, record.Record.Time, EcsDocument.Id(record), Lines(options, key, record));
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            // Not what this program wrote. It must not hold up the rest; whose work it is, the verification tells.
            return new(stored.Sequence, stored.Hash, null, "", default);
        }
    }

    private static ReadOnlyMemory<byte> Lines(ShippingOptions options, BsnKey key, StoredAuditRecord record)
    {
        ArrayBufferWriter<byte> lines = new(2048);
        using (Utf8JsonWriter json = new(lines))
        {
            json.WriteStartObject();
            json.WriteStartObject("create"u8);
            json.WriteString("_index"u8, EcsDocument.Index(options.Index, record.Record));
            json.WriteString("_id"u8, EcsDocument.Id(record));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        lines.Write("\n"u8);
        EcsDocument.Write(lines, record, key);
        lines.Write("\n"u8);
        return lines.WrittenMemory;
    }
}
