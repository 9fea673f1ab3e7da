using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>One of a doctor's lists, recorded, with why she may see it.</summary>
/// <param name="Name">Which list, for the channel.</param>
/// <param name="Why">The decision.</param>
/// <param name="List">What is on it.</param>
public sealed record OpenedList(string Name, AccessDecision Why, PatientList List)
{
    /// <summary>How the letters stand of who was discharged, recorded as well; null on paper.</summary>
    public DischargeLettersShown? Letters { get; init; }

    /// <summary>What is open of who stands on paper, recorded as well; null on the screen.</summary>
    public OpenResultsShown? OpenResults { get; init; }
}
