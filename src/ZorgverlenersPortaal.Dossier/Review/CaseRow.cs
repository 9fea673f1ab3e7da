using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>One row of the table, as the database holds it.</summary>
internal sealed record CaseRow
{
    public string Id { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Origin { get; init; } = "";

    public string Reasons { get; init; } = "";

    public string Opened { get; init; } = "";

    public string LookTime { get; init; } = "";

    public long LookEvent { get; init; }

    public string DoctorUzi { get; init; } = "";

    public string? DoctorName { get; init; }

    public string? EmergencyId { get; init; }

    public string State { get; init; } = "";

    public string? Due { get; init; }

    public string? Owner { get; init; }

    public string? OwnerName { get; init; }

    public string? Judge { get; init; }

    public string? Seconder { get; init; }

    public string? Verdict { get; init; }

    public static CaseRow Of(ReviewCase one) => new()
    {
        Id = one.Id,
        Subject = one.Subject,
        Origin = one.Origin.ToString(),
        Reasons = string.Join('\n', one.Reasons),
        Opened = StoredValue.Of(one.Opened),
        LookTime = StoredValue.Of(one.LookTime),
        LookEvent = (long)one.LookEvent,
        DoctorUzi = one.DoctorUzi,
        DoctorName = one.DoctorName,
        EmergencyId = one.EmergencyId,
        State = one.State.ToString(),
        Due = one.Due is { } due ? StoredValue.Of(due) : null,
        Owner = one.Owner,
        OwnerName = one.OwnerName,
        Judge = one.Judge,
        Seconder = one.Seconder,
        Verdict = one.Verdict?.ToString(),
    };

    /// <summary>A row that another version wrote in words of its own is not guessed at: nobody judged it yet.</summary>
    public ReviewCase ToCase() => new()
    {
        Id = Id,
        Subject = Subject,
        Origin = StoredValue.Read<CaseOrigin>(Origin) ?? CaseOrigin.Officer,
        Reasons = Reasons.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Opened = StoredValue.Time(Opened) ?? default,
        LookTime = StoredValue.Time(LookTime) ?? default,
        LookEvent = (AuditEventType)LookEvent,
        DoctorUzi = DoctorUzi,
        DoctorName = DoctorName,
        EmergencyId = EmergencyId,
        State = StoredValue.Read<CaseState>(State) ?? CaseState.New,
        Due = StoredValue.Time(Due),
        Owner = Owner,
        OwnerName = OwnerName,
        Judge = Judge,
        Seconder = Seconder,
        Verdict = StoredValue.Read<CaseVerdict>(Verdict),
    };
}
