using System.Data.Common;

namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>
/// Sends the committed records of one node to Elasticsearch, in the order of the chain, each exactly once by its id (docs/adr/0039).
/// It reads the trail as anyone does and never makes it wait. The database is the record: when the index is gone, only this waits.
/// Not for use by two threads; <see cref="Health"/> any thread may ask.
/// </summary>
public sealed class TrailShipper : IDisposable
{
    private readonly ShippingOptions _options;
    private readonly TimeProvider _clock;
    private readonly BulkClient _client;
    private readonly Waits _waits;
    private ShippingCursor? _cursor;
    private BsnKey? _key;
    private ShippingBatch? _pending;
    private ParkedAgain? _again;
    private int _most;
    private DateTimeOffset? _last;
    private ShippingHealth _health;

    /// <summary>Opens nothing yet: whatever is wrong is told by the first round, and never keeps a portal from starting.</summary>
    public TrailShipper(ShippingOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _clock, _most) = (options, clock, options.BatchRecords);
        _client = new(options, clock);
        _waits = new(options.LongestWait);
        _health = new(options.Node, 0, 0, null, 0, null);
    }

    /// <summary>How far the index follows.</summary>
    public ShippingHealth Health => Volatile.Read(ref _health);

    /// <summary>Sends until cancelled; tells every round that did something or went wrong.</summary>
    public async Task RunAsync(IProgress<ShippingRound> told, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(told);
        while (!cancellation.IsCancellationRequested)
        {
            var round = await ShipAsync(cancellation);
            told.Report(round);
            var wait = _waits.After(round) is { } back ? back : round.HasMore ? TimeSpan.Zero : _options.Pause;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _clock, cancellation);
            }
        }
    }

    /// <summary>One request with what comes next. Throws OperationCanceledException only when the caller cancels; what it sent is then sent again.</summary>
    public async Task<ShippingRound> ShipAsync(CancellationToken cancellation)
    {
        ShippingRound round;
        try
        {
            round = await NextAsync(cancellation);
            _health = Look(round);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // Whatever it is, this must go on. Read it all anew: what is in memory may be ahead of what is in the file.
            (_pending, _again) = (null, null);
            _cursor?.Dispose();
            _cursor = null;
            round = Round() with { Fault = new(ShippingFaultKind.Store, Explain(fault)) };
            _health = Health with { Fault = round.Fault };
        }

        return round;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _cursor?.Dispose();
    }

    /// <summary>The message of a fault that we know; of others the kind only, for a message may quote what it stumbled over (R6).</summary>
    private static string Explain(Exception fault) =>
        fault is DbException or IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or AuditTrailRefusedException ? fault.Message : fault.GetType().Name;

    private ShippingRound Round() => new() { Node = _options.Node };

    private async Task<ShippingRound> NextAsync(CancellationToken cancellation)
    {
        _key ??= BsnKey.Load(_options.BsnKey);
        _cursor ??= ShippingCursor.Open(_options, _key);
        _again ??= new(_options, _key, _cursor);
        if (_pending is null && _again.Next(_most) is { } parked)
        {
            return await RetryAsync(parked, cancellation);
        }

        _pending ??= ShippingBatch.Read(_options, _key, _cursor.Sequence, _most);
        return _pending is null ? Round() : await SendAsync(_pending, cancellation);
    }

    private async Task<ShippingRound> SendAsync(ShippingBatch batch, CancellationToken cancellation)
    {
        List<ShippingItem> readable = [.. batch.Items.Where(item => !item.Lines.IsEmpty)];
        var answer = readable.Count == 0 ? BulkAnswer.Of([]) : await _client.SendAsync(readable, cancellation);
        if (answer.IsTooLarge && readable.Count > 1)
        {
            // Half of it, from the cursor; what was stored of it already is there already.
            (_pending, _most) = (null, Math.Max(1, readable.Count / 2));
            return Round() with { HasMore = true };
        }

        if (answer.IsTooLarge)
        {
            answer = BulkAnswer.Of([new(BulkVerdict.Refused, 413, "too_large_alone")]);
        }

        return answer.Items is { } items ? Settle(batch, new(batch.Items, items)) : Round() with { Fault = answer.Fault };
    }

    private ShippingRound Settle(ShippingBatch batch, BulkOutcome outcome)
    {
        if (outcome.TemplateFault is { } fault)
        {
            return Round() with { Fault = fault };
        }

        // First to disk, then in memory: a fault between them sends again.
        _cursor!.Move(outcome.Again.Count == 0 ? batch.End : outcome.LastBeforeAgain, outcome.Parked, outcome.Taken);
        _pending = outcome.Again.Count == 0 ? null : batch with { Items = outcome.Again };
        if (_pending is null)
        {
            _last = batch.End.Time;
            _most = Math.Min(_options.BatchRecords, _most + 1 + (_most / 10));
        }

        return outcome.Round(_options.Node) with { HasMore = _pending is null && batch.IsFull };
    }

    /// <summary>What was set aside before this start, once: the template may have been mended since.</summary>
    private async Task<ShippingRound> RetryAsync(IReadOnlyList<ShippingItem> parked, CancellationToken cancellation)
    {
        var answer = await _client.SendAsync(parked, cancellation);
        if (answer.Items is null && !answer.IsTooLarge)
        {
            return Round() with { Fault = answer.Fault };
        }

        BulkOutcome outcome = new(parked, answer.Items ?? [.. parked.Select(_ => new BulkItem(BulkVerdict.Refused, 413, "too_large_alone"))]);
        _cursor!.Move(null, [], outcome.Taken);
        _again!.Past(parked);
        return outcome.Round(_options.Node) with { Parked = [], HasMore = true };
    }

    private ShippingHealth Look(ShippingRound round)
    {
        var sent = _cursor!.Sequence;
        var waiting = Math.Max(0, _options.Storage.LastSequence(_options.Node) - sent);
        // What came while this request was under way has waited for no time yet.
        var oldest = _pending?.Items[0].Time ?? (round.HasMore ? _last : null) ?? _clock.GetUtcNow();
        return new(_options.Node, sent, waiting, waiting == 0 ? null : oldest, _cursor.ParkedCount, round.Fault);
    }
}
