using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The one place that decides who may see whom. Every refusal is recorded before it is told (R2, R3).</summary>
public sealed class AccessControl
{
    private readonly PatientGrant.Decider _patients;
    private readonly ListGrant.Decider _lists;
    private readonly RefusalBook _refusals;
    private readonly TimeProvider _clock;
    private readonly EpdOptions _options;

    internal AccessControl(PatientGrant.Decider patients, ListGrant.Decider lists, RefusalBook refusals, EpdOptions options, TimeProvider clock)
    {
        _patients = patients;
        _lists = lists;
        _refusals = refusals;
        _options = options;
        _clock = clock;
    }

    /// <summary>
    /// May this doctor open this patient now? A null id is a handle that was not this session's. Throws
    /// <see cref="AuditUnavailableException"/> when a refusal cannot be recorded.
    /// </summary>
    public Task<PatientAccess> OpenAsync(Visit visit, string? patientId, CancellationToken cancellation) => OpenAsync(visit, patientId, true, cancellation);

    /// <summary>The same for one letter, which has no banner: the EPD is not asked what only a banner tells.</summary>
    public Task<PatientAccess> OpenLetterAsync(Visit visit, string? patientId, CancellationToken cancellation) => OpenAsync(visit, patientId, false, cancellation);

    private async Task<PatientAccess> OpenAsync(Visit visit, string? patientId, bool withBanner, CancellationToken cancellation)
    {
        var (decision, grant) = patientId is null
            ? (AccessDecision.Of(new AuditFact(FactNames.Handle, "unknown", "address", _clock.GetUtcNow())), null)
            : await DecideAsync(visit, patientId, withBanner, cancellation);
        var isTooOften = grant is null && await _refusals.AddLookAsync(visit, decision);
        if (decision.Strangers.Count > 0)
        {
            await _refusals.AddStrangersAsync(visit, decision);
        }
        return new(decision, grant) { IsTooOften = isTooOften };
    }

    /// <summary>The lists of this doctor: her own, her practice's, of whom she stands in for. None: recorded as refused.</summary>
    public async Task<IReadOnlyList<ListGrant>> OpenListsAsync(Visit visit, CancellationToken cancellation)
    {
        var (decision, grants) = await _lists.DecideAsync(visit, cancellation);
        if (grants.Count == 0)
        {
            await _refusals.AddAsync(visit, decision);
        }
        return grants;
    }

    /// <summary>
    /// Refuses a letter that is unknown, another patient's, or not to be shown; returns only when that is durable. True: she was
    /// refused too often in a short time.
    /// </summary>
    public Task<bool> RefuseLetterAsync(PatientGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return _refusals.AddLookAsync(grant.Visit, grant.Decision.And(new(FactNames.Letter, "unknown", "EPD", _clock.GetUtcNow())));
    }

    /// <summary>
    /// Refuses a look that was granted by a delegation or an emergency which ended before anything was shown (R8); returns only when
    /// that is durable. It does not count as trying.
    /// </summary>
    public Task RefuseWithdrawnAsync(Visit visit, AccessDecision granted)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(granted);
        return _refusals.AddAsync(visit, granted.And(new(FactNames.Withdrawn, granted.Ruling.Via ?? "unknown", "portal", _clock.GetUtcNow())));
    }

    private async Task<(AccessDecision Decision, PatientGrant? Grant)> DecideAsync(Visit visit, string patientId, bool withBanner, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_options.SectionSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await _patients.DecideAsync(visit, patientId, both.Token, withBanner);
        }
        catch (EpdException e)
        {
            return (NotDecidable(e.Failure), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (NotDecidable(EpdFailure.TimedOut), null);
        }

        AccessDecision NotDecidable(EpdFailure failure) =>
            AccessDecision.Of(new AuditFact(FactNames.Epd, failure.ToString(), "EPD", _clock.GetUtcNow())) with { PatientId = patientId };
    }
}
