namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>One allergy or intolerance, or the statement that none is known.</summary>
public sealed record Allergy
{
    /// <summary>The substance in the EPD's words.</summary>
    public required string Name { get; init; }

    /// <summary>Reactions with their severity, in the EPD's words.</summary>
    public string? Reactions { get; init; }

    /// <summary>Since when, as written.</summary>
    public WrittenDate? Onset { get; init; }

    /// <summary>The EPD marks a high risk.</summary>
    public bool IsHighRisk { get; init; }

    /// <summary>A coded statement "no known allergy": not the same as an empty list.</summary>
    public bool IsNoneKnown { get; init; }

    /// <summary>The patient is not allergic (refuted).</summary>
    public bool IsRefuted { get; init; }

    /// <summary>Over, or no longer active.</summary>
    public bool IsInactive { get; init; }

    /// <summary>Suspected, not confirmed.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Remarks, in the EPD's order.</summary>
    public IReadOnlyList<Remark> Notes { get; init; } = [];

    /// <summary>Cannot be shown safely (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}
