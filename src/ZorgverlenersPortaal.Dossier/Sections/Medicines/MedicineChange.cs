namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>One difference: what there was and what there is, as written.</summary>
/// <param name="Kind">How they relate.</param>
/// <param name="Before">In use before the stay: one, or several that cannot be told apart.</param>
/// <param name="After">In use after it.</param>
/// <param name="Why">Dutch: by what they were matched, or why not.</param>
/// <param name="Stop">The agreement to stop that belongs to it, with reason and date.</param>
public sealed record MedicineChange(
    MedicineChangeKind Kind, IReadOnlyList<Medicine> Before, IReadOnlyList<Medicine> After, string Why, Medicine? Stop = null);
