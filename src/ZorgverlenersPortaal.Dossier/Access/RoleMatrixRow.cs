using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>A row as the database holds it. One that is not understood is a fault: nobody may look by a matrix that was guessed.</summary>
internal sealed record RoleMatrixRow
{
    public long Number { get; init; }

    public string Cells { get; init; } = "";

    public string Effective { get; init; } = "";

    public string Status { get; init; } = "";

    public string Reason { get; init; } = "";

    public string? Proposed { get; init; }

    public string? Proposer { get; init; }

    public string? ProposerName { get; init; }

    public string? Decided { get; init; }

    public string? Decider { get; init; }

    public string? DeciderName { get; init; }

    public string? Note { get; init; }

    /// <summary>The version; throws InvalidDataException that names the cell or value at fault.</summary>
    public RoleMatrixVersion ToVersion()
    {
        var (cells, faults) = RoleMatrixFile.Read(Cells);
        var fits = StoredValue.Read<RoleMatrixStatus>(Status) is { } status && StoredValue.Time(Effective) is not null
            && (status != RoleMatrixStatus.Approved || (Decider is not null && Decider != Proposer));
        return cells is not null && fits
            ? new()
            {
                Number = checked((int)Number),
                Cells = cells,
                Effective = StoredValue.Time(Effective)!.Value,
                Status = StoredValue.Read<RoleMatrixStatus>(Status)!.Value,
                Reason = Reason,
                Proposed = StoredValue.Time(Proposed),
                Proposer = Proposer,
                ProposerName = ProposerName,
                Decided = StoredValue.Time(Decided),
                Decider = Decider,
                DeciderName = DeciderName,
                Note = Note,
            }
            : throw new InvalidDataException(
                $"Role matrix version {Number}: {string.Join("; ", faults.DefaultIfEmpty("status, moment or administrators are not as the portal writes them"))}. "
                + "Somebody changed the database from outside: restore it.");
    }

    public static object Parameters(RoleMatrixVersion version) => new
    {
        version.Number,
        Cells = RoleMatrixFile.Write(version.Cells),
        Effective = StoredValue.Of(version.Effective),
        Status = version.Status.ToString(),
        version.Reason,
        Proposed = version.Proposed is { } proposed ? StoredValue.Of(proposed) : null,
        version.Proposer,
        version.ProposerName,
        Decided = version.Decided is { } decided ? StoredValue.Of(decided) : null,
        version.Decider,
        version.DeciderName,
        version.Note,
    };
}
