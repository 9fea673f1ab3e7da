namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>The answers about a batch, beside what was sent. A record that could not be read was not sent, and is set aside.</summary>
internal sealed class BulkOutcome
{
    /// <summary>As many refused at once, and nothing taken, is not the documents' fault.</summary>
    private const int TooManyRefused = 20;

    private readonly List<long> _stored = [];
    private readonly List<long> _there = [];

    public BulkOutcome(IReadOnlyList<ShippingItem> batch, IReadOnlyList<BulkItem> answers)
    {
        var at = 0;
        foreach (var item in batch)
        {
            var answer = item.Lines.IsEmpty ? new(BulkVerdict.Refused, 0, "unreadable_in_the_trail") : answers[at++];
            Add(item, answer);
        }
    }

    /// <summary>What must be sent again.</summary>
    public List<ShippingItem> Again { get; } = [];

    /// <summary>The last record before the first of these; null when that is the first of the batch.</summary>
    public ShippingItem? LastBeforeAgain { get; private set; }

    /// <summary>What is set aside.</summary>
    public List<ParkedRecord> Parked { get; } = [];

    /// <summary>What is in the index.</summary>
    public IReadOnlyCollection<long> Taken => [.. _stored, .. _there];

    /// <summary>Setting aside would empty the trail into the list, when the index's template is not the one we send for.</summary>
    public ShippingFault? TemplateFault => Parked.Count >= TooManyRefused && _stored.Count + _there.Count + Again.Count == 0
        ? new(ShippingFaultKind.Refused, $"Elasticsearch refuses every record ({Parked[0].Reason}): load the index template of ops/deploy/elasticsearch, and remove indices made without it")
        : null;

    private int AgainStatus { get; set; }

    private string AgainReason { get; set; } = "";

    public ShippingRound Round(string node) => new()
    {
        Node = node,
        Stored = _stored.Count,
        AlreadyThere = _there.Count,
        Parked = Parked,
        Fault = Again.Count == 0 ? null : new(
            AgainStatus is 429 or >= 500 ? ShippingFaultKind.Busy : ShippingFaultKind.Refused,
            $"Elasticsearch did not take {Again.Count} of the records now ({AgainStatus} {AgainReason})"),
    };

    private void Add(ShippingItem item, BulkItem answer)
    {
        switch (answer.Verdict)
        {
            case BulkVerdict.Stored:
                _stored.Add(item.Sequence);
                break;
            case BulkVerdict.AlreadyThere:
                _there.Add(item.Sequence);
                break;
            case BulkVerdict.Refused:
                Parked.Add(new(item.Sequence, answer.Status, answer.Reason));
                break;
            case BulkVerdict.Again:
                Again.Add(item);
                (AgainStatus, AgainReason) = (answer.Status, answer.Reason);
                return;
        }

        LastBeforeAgain = Again.Count == 0 ? item : LastBeforeAgain;
    }
}
