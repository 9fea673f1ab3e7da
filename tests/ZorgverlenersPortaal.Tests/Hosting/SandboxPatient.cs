namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>One patient as the sandbox knows it; <paramref name="State"/> is admitted, discharged, planned or none.</summary>
public sealed record SandboxPatient(string Id, string Name, string Bsn, string BirthDate, string State)
{
    public IReadOnlyList<string> Gps { get; init; } = [];

    public SandboxStay? Encounter { get; init; }

    public IReadOnlyList<SandboxLetter> Letters { get; init; } = [];

    /// <summary>What no one else may read about her.</summary>
    public IEnumerable<string> Secrets => [Id, Bsn, Name, Name.Split(' ')[^1], BirthDate];
}
