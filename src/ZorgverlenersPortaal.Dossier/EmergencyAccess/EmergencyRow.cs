using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>One row of the table, as the database holds it.</summary>
internal sealed record EmergencyRow
{
    public string Id { get; init; } = "";

    public string UziNumber { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Practice { get; init; }

    public string Session { get; init; } = "";

    public string PatientId { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Words { get; init; } = "";

    public string Opened { get; init; } = "";

    public string Until { get; init; } = "";

    public string? Ended { get; init; }

    public string? Extends { get; init; }

    public long IsGpUnresolved { get; init; }

    public long IsOverDay { get; init; }

    public string State { get; init; } = "";

    public string? Account { get; init; }

    public string? Accounted { get; init; }

    public static EmergencyRow Of(EmergencyCase one) => new()
    {
        Id = one.Id,
        UziNumber = one.UziNumber,
        Name = one.Name,
        Practice = one.Practice,
        Session = one.Session,
        PatientId = one.PatientId,
        Reason = one.Reason.ToString(),
        Words = one.Words,
        Opened = StoredValue.Of(one.Opened),
        Until = StoredValue.Of(one.Until),
        Ended = one.Ended is { } ended ? StoredValue.Of(ended) : null,
        Extends = one.Extends,
        IsGpUnresolved = one.IsGpUnresolved ? 1 : 0,
        IsOverDay = one.IsOverDay ? 1 : 0,
        State = one.State.ToString(),
        Account = one.Account,
        Accounted = one.Accounted is { } accounted ? StoredValue.Of(accounted) : null,
    };

    /// <summary>A row that another version wrote in words of its own is not guessed at: it is over, and its reason is "other".</summary>
    public EmergencyCase ToCase() => new()
    {
        Id = Id,
        UziNumber = UziNumber,
        Name = Name,
        Practice = Practice,
        Session = Session,
        PatientId = PatientId,
        Reason = StoredValue.Read<EmergencyReason>(Reason) ?? EmergencyReason.Other,
        Words = Words,
        Opened = StoredValue.Time(Opened) ?? default,
        Until = StoredValue.Time(Until) ?? default,
        Ended = StoredValue.Time(Ended),
        Extends = Extends,
        IsGpUnresolved = IsGpUnresolved != 0,
        IsOverDay = IsOverDay != 0,
        State = StoredValue.Read<EmergencyCaseState>(State) ?? EmergencyCaseState.Open,
        Account = Account,
        Accounted = StoredValue.Time(Accounted),
    };
}
