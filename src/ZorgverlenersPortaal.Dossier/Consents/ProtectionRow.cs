using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>A row as the database holds it; what is not understood protects against everyone, without an end.</summary>
internal sealed record ProtectionRow
{
    public string Id { get; init; } = "";

    public string Kind { get; init; } = "";

    public string? PatientId { get; init; }

    public string? BsnEnd { get; init; }

    public string? Against { get; init; }

    public string Reason { get; init; } = "";

    public string Starts { get; init; } = "";

    public string? Ends { get; init; }

    public string? AddedBy { get; init; }

    public string? EndedBy { get; init; }

    public PatientProtection ToProtection() => new()
    {
        Id = Id,
        Kind = StoredValue.Read<ProtectionKind>(Kind) ?? ProtectionKind.PatientWish,
        PatientId = PatientId,
        BsnEnd = BsnEnd,
        Against = AgbCode.TryRead(Against),
        Reason = Reason,
        Starts = StoredValue.Time(Starts) ?? default,
        Ends = StoredValue.Time(Ends),
        AddedBy = AddedBy,
        EndedBy = EndedBy,
    };

    public static object Parameters(PatientProtection entry, string? seal) => new
    {
        entry.Id,
        Kind = entry.Kind.ToString(),
        entry.PatientId,
        Seal = seal,
        entry.BsnEnd,
        Against = entry.Against?.Value,
        entry.Reason,
        Starts = StoredValue.Of(entry.Starts),
        Ends = entry.Ends is { } ends ? StoredValue.Of(ends) : null,
        entry.AddedBy,
        entry.EndedBy,
    };
}
