using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>What is coming for a doctor's patients, the first one first.</summary>
/// <param name="Moments">Admissions and appointments from today until the days of the setting.</param>
/// <param name="Failure">Why appointments are not here: then nobody may say that there are none (R7).</param>
/// <param name="IsCut">There may be more appointments than these.</param>
public sealed record PlannedList(IReadOnlyList<PlannedMoment> Moments, EpdFailure? Failure, bool IsCut)
{
    /// <summary>Not asked for.</summary>
    internal static PlannedList None { get; } = new([], null, false);

    /// <summary>The EPD could not tell, though it was asked.</summary>
    internal bool IsFailed => Failure is not (null or EpdFailure.ClosedToRole);
}
