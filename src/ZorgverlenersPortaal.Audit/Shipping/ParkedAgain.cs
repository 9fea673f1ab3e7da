namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>Goes once through the records that had been set aside when the shipping began.</summary>
internal sealed class ParkedAgain(ShippingOptions options, BsnKey key, ShippingCursor cursor)
{
    private long _through;
    private bool _isDone = cursor.ParkedCount == 0;

    /// <summary>The next that can be read, at most so many; null when all had their turn.</summary>
    public IReadOnlyList<ShippingItem>? Next(int most)
    {
        while (!_isDone)
        {
            var sequences = cursor.ParkedAfter(_through, Math.Min(most, 50));
            List<ShippingItem> items = [];
            foreach (var sequence in sequences)
            {
                items.AddRange(ShippingBatch.Read(options, key, sequence - 1, 1)?.Items.Where(item => item.Sequence == sequence && !item.Lines.IsEmpty) ?? []);
            }

            if (items.Count > 0)
            {
                return items;
            }

            (_through, _isDone) = sequences.Count == 0 ? (_through, true) : (sequences[^1], false);
        }

        return null;
    }

    /// <summary>These had their turn.</summary>
    public void Past(IReadOnlyList<ShippingItem> items) => _through = items[^1].Sequence;
}
