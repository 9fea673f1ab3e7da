using ZorgverlenersPortaal.Audit.Export;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>A report of NEN 7513 as page, PDF and JSON tell it.</summary>
public sealed record OverviewReport
{
    /// <summary>Which of the four.</summary>
    public required ReportShape Shape { get; init; }

    /// <summary>Whom it is about; of a patient the end of the BSN only. Dutch.</summary>
    public required string Subject { get; init; }

    /// <summary>The days it is about. Dutch.</summary>
    public required string Period { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The officer who made it.</summary>
    public required string By { get; init; }

    /// <summary>The hospital whose trail it is.</summary>
    public required string Hospital { get; init; }

    /// <summary>What it says, oldest first.</summary>
    public required IReadOnlyList<OverviewLine> Lines { get; init; }
}
