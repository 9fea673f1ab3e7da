namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>One result, or a panel with its members. All marks and words are the source's (R11).</summary>
public sealed record TestResult
{
    /// <summary><c>Observation/id</c> at the EPD; a component has its observation's. Leaves the portal only inside a handle.</summary>
    public required string Source { get; init; }

    /// <summary>What was examined; only "Uitslag" when <see cref="IsNotUnderstood"/>.</summary>
    public required string Name { get; init; }

    /// <summary>How far it is.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The value as written; null when there is none, and then <see cref="Missing"/> or the members say more.</summary>
    public ResultValue? Value { get; init; }

    /// <summary>Why there is no value, in Dutch.</summary>
    public string? Missing { get; init; }

    /// <summary>Reference ranges as written; more than one when the source gives more.</summary>
    public IReadOnlyList<ResultRange> Ranges { get; init; } = [];

    /// <summary>The source's marks.</summary>
    public IReadOnlyList<ResultFlag> Flags { get; init; } = [];

    /// <summary>When it was taken or measured, as written.</summary>
    public WrittenDate? Effective { get; init; }

    /// <summary>When measuring ended, of one that took a period.</summary>
    public WrittenDate? EffectiveEnd { get; init; }

    /// <summary>When this version was made known.</summary>
    public WrittenDate? Issued { get; init; }

    /// <summary>The laboratory or person.</summary>
    public IReadOnlyList<ResultContact> Performers { get; init; } = [];

    /// <summary>Who asked for it; null where that is told of the whole it is a part of, or may not be shown (R10).</summary>
    public ResultOrder? Order { get; init; }

    /// <summary>The material.</summary>
    public ResultSpecimen? Specimen { get; init; }

    /// <summary>How it was done.</summary>
    public string? Method { get; init; }

    /// <summary>Where on the body.</summary>
    public string? BodySite { get; init; }

    /// <summary>Remarks of the source.</summary>
    public IReadOnlyList<Remark> Notes { get; init; } = [];

    /// <summary>Members of a panel, and components.</summary>
    public IReadOnlyList<TestResult> Members { get; init; } = [];

    /// <summary>Microbiology: what grew, and what it is sensitive to.</summary>
    public Growth? Growth { get; init; }

    /// <summary>Earlier values of the same code and unit, newest first; only the series, no advice.</summary>
    public IReadOnlyList<TrendPoint> Earlier { get; init; } = [];

    /// <summary>There are still earlier ones, which are left out.</summary>
    public bool HasEarlierLeftOut { get; init; }

    /// <summary>Other units in which values of the same code are written: other series (R11). Empty text for values without a unit.</summary>
    public IReadOnlyList<string> OtherUnits { get; init; } = [];

    /// <summary>Whether the patient sees it; null when the EPD does not say.</summary>
    public PatientView? PatientView { get; init; }

    /// <summary>Cannot be shown safely (R10): only its kind and dates are given.</summary>
    public bool IsNotUnderstood { get; init; }

    /// <summary>The moment to sort by; null when nothing is written.</summary>
    internal DateTimeOffset? At => (Effective ?? Issued)?.Earliest;
}
