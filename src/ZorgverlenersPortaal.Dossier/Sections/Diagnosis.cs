namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>One diagnosis or problem.</summary>
public sealed record Diagnosis
{
    /// <summary>The EPD's words; only type and date when <see cref="IsNotUnderstood"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Since when, as written.</summary>
    public WrittenDate? Onset { get; init; }

    /// <summary>When it was written down.</summary>
    public WrittenDate? Recorded { get; init; }

    /// <summary>Still there.</summary>
    public bool IsActive { get; init; }

    /// <summary>The patient does not have it (refuted): shown only as excluded.</summary>
    public bool IsRefuted { get; init; }

    /// <summary>Suspected, not confirmed.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Remarks, in the EPD's order.</summary>
    public IReadOnlyList<Remark> Notes { get; init; } = [];

    /// <summary>Cannot be shown safely (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}
