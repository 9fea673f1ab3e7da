namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Whom a doctor pinned or opened last, of the patients who are hers now.</summary>
public sealed record PinnedList(IReadOnlyList<PinnedPatient> Patients)
{
    /// <summary>The portal could not read whom she pinned: nobody here says nothing.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Not all of hers were found: a pinned one may be missing.</summary>
    public bool MayMiss { get; init; }

    /// <summary>How many she pinned, on this list or another.</summary>
    public int Known { get; init; }
}
