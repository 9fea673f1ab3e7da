using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// The way in for a patient of whom no handle is at hand: the search, the normal decision, and only then an emergency. Every
/// search is recorded before its answer is told, found or not (R2, DESIGN §7).
/// </summary>
public sealed class EmergencyDoor
{
    private readonly PatientFinder _finder;
    private readonly PatientGrant.Decider _decider;
    private readonly EmergencyDesk _desk;
    private readonly EmergencyCases _cases;
    private readonly (EmergencyOptions Options, TimeProvider Clock) _with;

    internal EmergencyDoor(PatientFinder finder, PatientGrant.Decider decider, EmergencyDesk desk, EmergencyCases cases, (EmergencyOptions Options, TimeProvider Clock) with) =>
        (_finder, _decider, _desk, _cases, _with) = (finder, decider, desk, cases, with);

    /// <summary>The whole form, or every fault in it; asks no EPD.</summary>
    public async Task<(EmergencyRequest? Request, IReadOnlyList<EmergencyFault> Faults)> ReadAsync(Visit visit, EmergencyForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (identity, first) = ReadIdentity(form);
        var (grounds, second) = await ReadGroundsAsync(visit, form, cancellation);
        return (identity is null || grounds is null ? null : new(identity, grounds), [.. first, .. second]);
    }

    /// <summary>Only whom it is about.</summary>
    public (PatientIdentity? Identity, IReadOnlyList<EmergencyFault> Faults) ReadIdentity(EmergencyForm form) =>
        // A child born after midnight: nowhere is it later on the day than an hour or two from here.
        EmergencyCheck.Identity(form, DateOnly.FromDateTime(_with.Clock.GetUtcNow().UtcDateTime.AddHours(2)));

    /// <summary>Only the reason: for going on with an emergency that is open.</summary>
    public async Task<(EmergencyGrounds? Grounds, IReadOnlyList<EmergencyFault> Faults)> ReadGroundsAsync(Visit visit, EmergencyForm form, CancellationToken cancellation) =>
        EmergencyCheck.Grounds(form, await _cases.LastWordsAsync(visit, cancellation), _with.Options.MinimumText);

    /// <summary>Beyond the number of a day she is asked to call first; she can always go on, and the case then says so.</summary>
    public Task<bool> AsksToCallAsync(Visit visit) => _cases.IsOverDayAsync(visit);

    /// <summary>Records that she was asked, and that nothing was searched.</summary>
    public async Task<EmergencyAnswer> AskToCallAsync(Visit visit)
    {
        await _finder.RefuseAsync(visit, "call-first");
        return new(EmergencyOutcome.CallFirst);
    }

    /// <summary>
    /// Opens one patient in this session. The caller has had the card proven anew. Throws AuditUnavailableException when it
    /// cannot be recorded: then nothing opened.
    /// </summary>
    public async Task<EmergencyAnswer> OpenAsync(Visit visit, EmergencyRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Grounds.HasCalled && await AsksToCallAsync(visit))
        {
            return await AskToCallAsync(visit);
        }
        if (await _finder.EnterAsync(SearchKind.Emergency, visit, cancellation) is not { } mark)
        {
            return new(EmergencyOutcome.SearchesStopped);
        }
        IdentityFound found;
        try
        {
            found = await _finder.FindAsync(visit, request.Identity, cancellation);
        }
        catch (EpdException e)
        {
            return await GoneAsync(SearchKind.Emergency, visit, request.Identity, mark, e);
        }
        await _finder.RecordStrangersAsync(visit, found.Strangers);
        await _finder.RecordAsync(SearchKind.Emergency, visit, request.Identity, new(found.Outcome.ToString(), found.PatientId));
        if (found.PatientId is not { } patientId)
        {
            return new(EmergencyOutcome.NotFound);
        }
        await _finder.LeaveAsync(SearchKind.Emergency, visit, mark);
        return await OpenFoundAsync(visit, request, patientId, cancellation);
    }

    /// <summary>Finds a patient whom this doctor may see without an emergency. All others are not found, with the same work (R16).</summary>
    public async Task<EmergencyAnswer> FindOwnAsync(Visit visit, PatientIdentity identity, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(identity);
        if (await _finder.EnterAsync(SearchKind.OwnPatient, visit, cancellation) is not { } mark)
        {
            return new(EmergencyOutcome.SearchesStopped);
        }
        try
        {
            var found = await _finder.FindAsync(visit, identity, cancellation);
            await _finder.RecordStrangersAsync(visit, found.Strangers);
            if (found.PatientId is not { } id)
            {
                await _finder.PretendAsync(visit, identity, cancellation);
                await _finder.RecordAsync(SearchKind.OwnPatient, visit, identity, new(found.Outcome.ToString()));
                return new(EmergencyOutcome.NotFound);
            }
            var (decision, grant) = await _finder.WithinAsync(token => _decider.DecideAsync(visit, id, token), cancellation);
            await _finder.RecordStrangersAsync(visit, decision.Strangers);
            var result = new FinderResult(decision.Reason.ToString(), grant?.PatientId, decision.Reason == AccessReason.NotDecidable) { Facts = decision.Facts };
            await _finder.RecordAsync(SearchKind.OwnPatient, visit, identity, result);
            if (grant is null)
            {
                return new(EmergencyOutcome.NotFound);
            }
            await _finder.LeaveAsync(SearchKind.OwnPatient, visit, mark);
            return new(EmergencyOutcome.OpensNormally, grant.PatientId);
        }
        catch (EpdException e)
        {
            return await GoneAsync(SearchKind.OwnPatient, visit, identity, mark, e);
        }
    }

    /// <summary>Who is hers, or handed to her, opens as always; the rest is an emergency, also when the EPD cannot tell whose patient it is.</summary>
    private async Task<EmergencyAnswer> OpenFoundAsync(Visit visit, EmergencyRequest request, string patientId, CancellationToken cancellation)
    {
        AccessDecision? decision = null;
        PatientGrant? grant = null;
        try
        {
            (decision, grant) = await _finder.WithinAsync(token => _decider.DecideAsync(visit, patientId, token), cancellation);
            await _finder.RecordStrangersAsync(visit, decision.Strangers);
        }
        catch (EpdException)
        {
            // The Patient could be read, her general practitioner not: only this path opens, and the case says so (DESIGN §7).
        }
        if (grant is not null)
        {
            return new(EmergencyOutcome.OpensNormally, grant.PatientId);
        }
        if (decision is { Reason: AccessReason.UnknownPatient })
        {
            return new(EmergencyOutcome.NotFound);
        }
        var practitioners = Practitioners(decision);
        var isUnresolved = practitioners.Count == 0 || decision!.Facts.Any(fact => fact.Name == FactNames.Epd);
        var one = await _desk.OpenAsync(visit, new(patientId, decision?.PatientBsn ?? request.Identity.Bsn?.Value, request.Grounds, practitioners, isUnresolved));
        return new(EmergencyOutcome.Opened, one.PatientId);
    }

    private async Task<EmergencyAnswer> GoneAsync(SearchKind kind, Visit visit, PatientIdentity identity, long mark, EpdException error)
    {
        await _finder.LeaveAsync(kind, visit, mark);
        await _finder.RecordAsync(kind, visit, identity, new(error.Failure.ToString(), IsFailure: true));
        return new(EmergencyOutcome.EpdGone) { Failure = error.Failure };
    }

    /// <summary>The codes the decision found, whatever rule it ended with.</summary>
    private static IReadOnlyList<AgbCode> Practitioners(AccessDecision? decision) =>
    [
        .. (decision?.Facts ?? [])
            .Where(fact => fact.Name == FactNames.GeneralPractitioner)
            .Select(fact => AgbCode.TryRead(fact.Value)).OfType<AgbCode>(),
    ];
}
