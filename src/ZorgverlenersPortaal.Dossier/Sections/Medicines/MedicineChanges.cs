namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>What differs in medication between the beginning and the end of a stay, from the EPD's records only; no advice.</summary>
public sealed record MedicineChanges
{
    /// <summary>In use before the day of admission.</summary>
    public required IReadOnlyList<Medicine> AtAdmission { get; init; }

    /// <summary>In use past the day of discharge, or agreed for the discharge; of a stay that goes on, in use now.</summary>
    public required IReadOnlyList<Medicine> AtDischarge { get; init; }

    /// <summary>Every medicine of both, each exactly once: uncertain ones first, then new, stopped, changed, unchanged.</summary>
    public required IReadOnlyList<MedicineChange> Changes { get; init; }

    /// <summary>Of these nobody can tell whether they were in use on either day; they stand in no difference.</summary>
    public required IReadOnlyList<Medicine> NotCompared { get; init; }

    /// <summary>The stay goes on: compared is with now.</summary>
    public bool IsStillAdmitted { get; init; }

    /// <summary>Something may be missing on either side, so "new" and "stopped" may be wrong; the page must say so (R7).</summary>
    public bool MayMissSome { get; init; }
}
