using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>One of a doctor's lists, recorded, with why she may see it.</summary>
/// <param name="Name">Which list, for the channel.</param>
/// <param name="Why">The decision.</param>
/// <param name="List">What is on it.</param>
public sealed record OpenedList(string Name, AccessDecision Why, PatientList List);
