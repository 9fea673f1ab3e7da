using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// What the operator sees of the revocation lists: one log line at every change, not one a minute, and the gauge
/// <c>uzi_crl_age_seconds</c>.
/// </summary>
public sealed partial class RevocationWatch : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ZorgverlenersPortaal.Uzi";

    private readonly RevocationStore _store;
    private readonly UziTrust _trust;
    private readonly ILogger<RevocationWatch> _logger;
    private readonly Meter _meter;
    private readonly ConcurrentDictionary<string, string> _faults = new(StringComparer.Ordinal);

    public RevocationWatch(RevocationStore store, UziTrust trust, TimeProvider clock, ILogger<RevocationWatch> logger)
    {
        (_store, _trust, Clock, _logger) = (store, trust, clock, logger);
        _meter = new(MeterName, version: null, tags: null, scope: store);
        _meter.CreateObservableGauge("uzi_crl_age_seconds", Ages, "s", "Seconds since thisUpdate of each revocation list in use.");
    }

    /// <summary>The clock the refresh goes by.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The CAs whose cards are refused or soon will be, each with the reason; English.</summary>
    public static IReadOnlyDictionary<string, string> Faults(RevocationStore store, UziTrust trust)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(trust);
        var lists = store.Status().ToLookup(list => list.Issuer);
        var cards = trust.CardIssuers.Select(ca => ca.SubjectName.Name).Distinct(StringComparer.Ordinal)
            .Where(name => !lists[name].Any(list => list.CountsForCards))
            .Select(name => (Issuer: name, Fault: lists[name].Any() ? "its list is too old" : "there is no list"));
        var above = lists.SelectMany(group => group).Where(list => list.HasEnded).Select(list => (list.Issuer, Fault: "its list is past its end"));
        return cards.Concat(above).DistinctBy(fault => fault.Issuer).ToDictionary(fault => fault.Issuer, fault => fault.Fault, StringComparer.Ordinal);
    }

    /// <summary>Looks at the age of every list.</summary>
    public void Look()
    {
        var faults = Faults(_store, _trust);
        foreach (var (issuer, fault) in faults.Where(fault => Changed("age " + fault.Key, fault.Value)))
        {
            TooOld(issuer, fault);
        }
        foreach (var list in _store.Status().Where(list => !faults.ContainsKey(list.Issuer) && Ended("age " + list.Issuer)))
        {
            Counts(list.Issuer, list.Number);
        }
    }

    /// <summary>What became of lists that were looked for.</summary>
    public void Saw(IReadOnlyList<CrlLoad> loads)
    {
        foreach (var source in loads.GroupBy(load => load.Source, StringComparer.Ordinal))
        {
            if (source.FirstOrDefault(load => !load.Outcome.Accepted) is { } refused)
            {
                if (Changed(source.Key, $"{refused.Outcome.Refusal}"))
                {
                    NotTaken(source.Key, refused.Outcome.Refusal!.Value, refused.Outcome.Detail);
                }
            }
            else if (Ended(source.Key))
            {
                TakenAgain(source.Key);
            }
        }
    }

    /// <summary>What the OCSP responder said in the background.</summary>
    public void Saw(IReadOnlyList<OcspAnswer> answers)
    {
        if (answers.FirstOrDefault(answer => !answer.Concluded) is { } none)
        {
            if (Changed("ocsp", "none"))
            {
                NoAnswer(none.Detail);
            }
        }
        else if (answers.Count > 0 && Ended("ocsp"))
        {
            AnswersAgain();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    /// <summary>A fault of ours: the round is lost, the next one comes.</summary>
    [LoggerMessage(1107, LogLevel.Error, "A round of the revocation refresh failed")]
    public partial void Failed(Exception exception);

    /// <summary>The nodes pass lists on to each other.</summary>
    public void Shares()
    {
        if (Ended("sharing"))
        {
            SharedAgain();
        }
    }

    /// <summary>The shared state is gone; this node goes by its own lists.</summary>
    public void SharesNot(string detail)
    {
        if (Changed("sharing", "gone"))
        {
            NotShared(detail);
        }
    }

    /// <summary>A list that the other nodes have to fetch for themselves.</summary>
    [LoggerMessage(1110, LogLevel.Warning, "A revocation list of {Bytes} bytes is not passed on to the other nodes (limit {Limit}); each fetches it itself")]
    public partial void TooLongToShare(int bytes, int limit);

    // Of several lists of one CA the oldest counts; where it came from is the same tag in `ops/portal check`.
    private IEnumerable<Measurement<double>> Ages() => _store.Status().GroupBy(list => list.Issuer, StringComparer.Ordinal)
        .Select(lists => lists.MaxBy(list => list.Age)!)
        .Select(list => new Measurement<double>(list.Age.TotalSeconds, new("issuer", list.Issuer), new("origin", list.Origin.ToString())));

    private bool Changed(string source, string fault)
    {
        var was = _faults.GetValueOrDefault(source);
        _faults[source] = fault;
        return was != fault;
    }

    private bool Ended(string source) => _faults.TryRemove(source, out _);

    [LoggerMessage(1101, LogLevel.Warning, "Revocation list {Source} was not taken: {Refusal} ({Detail}); the last good one stays in use")]
    private partial void NotTaken(string source, CrlRefusal refusal, string detail);

    [LoggerMessage(1102, LogLevel.Information, "Revocation list {Source} is taken again")]
    private partial void TakenAgain(string source);

    [LoggerMessage(1103, LogLevel.Error, "Cards of {Issuer} are refused unless OCSP answers: {Fault}")]
    private partial void TooOld(string issuer, string fault);

    [LoggerMessage(1104, LogLevel.Information, "Cards of {Issuer} count again, by list {Number}")]
    private partial void Counts(string issuer, string number);

    [LoggerMessage(1105, LogLevel.Error, "The OCSP responder gives no conclusion: {Detail}; running sessions end an hour after their last one")]
    private partial void NoAnswer(string detail);

    [LoggerMessage(1108, LogLevel.Error, "Revocation lists are not shared with the other nodes: {Detail}; this node goes by its own")]
    private partial void NotShared(string detail);

    [LoggerMessage(1109, LogLevel.Information, "Revocation lists are shared with the other nodes again")]
    private partial void SharedAgain();

    [LoggerMessage(1106, LogLevel.Information, "The OCSP responder answers again")]
    private partial void AnswersAgain();
}
