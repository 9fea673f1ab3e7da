using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>Reads emergencies back: for who opened them, for the patient's own general practitioner and for the officer.</summary>
public sealed class EmergencyCases
{
    /// <summary>How long the own general practitioner reads that a colleague opened an emergency.</summary>
    private static readonly TimeSpan _noticeTime = TimeSpan.FromDays(30);

    /// <summary>How long an accounted case stays on the officer's list, as long as the console is not there.</summary>
    private static readonly TimeSpan _listTime = TimeSpan.FromDays(90);

    private readonly Database _database;
    private readonly EmergencyOptions _options;
    private readonly TimeProvider _clock;

    internal EmergencyCases(Database database, EmergencyOptions options, TimeProvider clock) =>
        (_database, _options, _clock) = (database, options, clock);

    /// <summary>Those in force in this session, newest first; one patient once.</summary>
    public async Task<IReadOnlyList<EmergencyCase>> RunningAsync(Visit visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var running = await ListAsync(
            "session = @session AND uzi_number = @uzi AND ended IS NULL AND until > @now",
            new { session = visit.SessionReference, uzi = visit.Provider.UziNumber, now = StoredValue.Of(_clock.GetUtcNow()) },
            cancellation);
        return [.. running.DistinctBy(one => one.PatientId)];
    }

    /// <summary>Those that are over and that she has not accounted for yet, oldest first.</summary>
    public async Task<IReadOnlyList<EmergencyCase>> ToAccountAsync(Visit visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var open = await ListAsync(
            "uzi_number = @uzi AND accounted IS NULL AND (ended IS NOT NULL OR until <= @now)",
            new { uzi = visit.Provider.UziNumber, now = StoredValue.Of(_clock.GetUtcNow()) },
            cancellation);
        return [.. open.Reverse()];
    }

    /// <summary>One of her own; null when it is another's, or not there.</summary>
    public async Task<EmergencyCase?> FindOwnAsync(Visit visit, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await using var connection = await _database.OpenAsync(cancellation);
        return await EmergencyTable.FindAsync(connection, null, id) is { } found && found.UziNumber == visit.Provider.UziNumber ? found : null;
    }

    /// <summary>
    /// What colleagues opened of patients who had this doctor as general practitioner, the last 30 days. By the code alone:
    /// whether the patient is still hers is decided when she opens the record.
    /// </summary>
    public async Task<IReadOnlyList<EmergencyCase>> OfOwnPatientsAsync(Visit visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Provider.Agb is not { } agb
            ? []
            : await ListAsync(
                "id IN (SELECT emergency_id FROM emergency_gp WHERE agb = @agb) AND uzi_number <> @uzi AND opened > @since",
                new { agb = agb.Value, uzi = visit.Provider.UziNumber, since = StoredValue.Of(_clock.GetUtcNow() - _noticeTime) },
                cancellation);
    }

    /// <summary>The officer's cases: every one that is not accounted for, and all of the last 90 days; newest first, without the patient.</summary>
    public Task<IReadOnlyList<EmergencyCase>> ForOfficerAsync(StaffVisit visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Member.Function == AccountFunction.SecurityOfficer
            ? WithoutPatientAsync()
            : throw new ArgumentException("Only a security officer reads the cases.", nameof(visit));

        async Task<IReadOnlyList<EmergencyCase>> WithoutPatientAsync() =>
        [
            .. (await ListAsync("accounted IS NULL OR opened > @since", new { since = StoredValue.Of(_clock.GetUtcNow() - _listTime) }, cancellation))
                .Select(one => one with { PatientId = "" }),
        ];
    }

    /// <summary>The officer's late ones: nobody accounted for them in time. Oldest first, without the patient.</summary>
    public async Task<IReadOnlyList<EmergencyCase>> LateForOfficerAsync(StaffVisit visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Member.Function == AccountFunction.SecurityOfficer
            ? [.. (await LateAsync("1 = 1", "", cancellation)).Select(one => one with { PatientId = "" })]
            : throw new ArgumentException("Only a security officer reads the cases.", nameof(visit));
    }

    /// <summary>Those of a doctor that she should have accounted for by now, oldest first.</summary>
    public Task<IReadOnlyList<EmergencyCase>> LateOfAsync(string uziNumber, CancellationToken cancellation) => LateAsync("uzi_number = @uzi", uziNumber, cancellation);

    /// <summary>Until when a doctor may account for it.</summary>
    public DateTimeOffset Due(EmergencyCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Opened.AddDays(_options.AccountDays);
    }

    /// <summary>Not accounted for, and the days for that are over.</summary>
    public bool IsLate(EmergencyCase one) => one is { Accounted: null } && Due(one) < _clock.GetUtcNow();

    /// <summary>Days that it is late; a day that has begun counts.</summary>
    public int DaysLate(EmergencyCase one) => IsLate(one) ? (int)Math.Ceiling((_clock.GetUtcNow() - Due(one)).TotalDays) : 0;

    /// <summary>What she wrote the last time, or null.</summary>
    internal async Task<string?> LastWordsAsync(Visit visit, CancellationToken cancellation) =>
        (await ListAsync("id = (SELECT id FROM emergency WHERE uzi_number = @uzi ORDER BY opened DESC, id LIMIT 1)", new { uzi = visit.Provider.UziNumber }, cancellation))
        is [var last] ? last.Words : null;

    /// <summary>So many in the last 24 hours that she is asked to call first.</summary>
    internal async Task<bool> IsOverDayAsync(Visit visit)
    {
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        return await EmergencyTable.CountAsync(connection, null, visit.Provider.UziNumber, _clock.GetUtcNow().AddDays(-1)) >= _options.PerDay;
    }

    /// <summary>A question of its own: on a long list the newest crowd out the oldest, and those are the late ones.</summary>
    private async Task<IReadOnlyList<EmergencyCase>> LateAsync(string whose, string uzi, CancellationToken cancellation)
    {
        var before = _clock.GetUtcNow().AddDays(-_options.AccountDays);
        var late = await ListAsync($"{whose} AND accounted IS NULL AND opened < @before", new { uzi, before = StoredValue.Of(before) }, cancellation);
        return [.. late.Reverse()];
    }

    private async Task<IReadOnlyList<EmergencyCase>> ListAsync(string where, object values, CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        return await EmergencyTable.ListAsync(connection, where, values, cancellation);
    }
}
