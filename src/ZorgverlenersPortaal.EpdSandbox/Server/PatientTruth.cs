namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// One patient as the sandbox knows it. <paramref name="State"/>: admitted, discharged, planned, or none (never lay
/// here, or only
/// by mistake).
/// </summary>
internal sealed record PatientTruth(string Id, string Name, string Bsn, string BirthDate, string State)
{
    /// <summary>The AGB codes of the general practitioners, 8 digits.</summary>
    public required IReadOnlyList<string> Gps { get; init; }

    public StayTruth? Encounter { get; init; }

    public required IReadOnlyList<LetterTruth> Letters { get; init; }

    /// <summary>The ids of all Consents, also those that must not be shown as fact.</summary>
    public required IReadOnlyList<string> Directives { get; init; }
}
