using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>What changed in medication during a stay.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Changes">What differs between its beginning and its end, or now.</param>
public sealed record StayChanges(Admission Stay, MedicineChanges Changes)
{
    /// <summary>Without what stayed as it was.</summary>
    public IReadOnlyList<MedicineChange> Different => [.. Changes.Changes.Where(change => change.Kind != MedicineChangeKind.Unchanged)];

    /// <summary>How many stayed as they were.</summary>
    public int Unchanged => Changes.Changes.Count - Different.Count;
}
