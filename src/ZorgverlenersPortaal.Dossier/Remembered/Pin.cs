namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>That a doctor pinned a patient, or opened her lately.</summary>
/// <param name="IsPinned">She pinned her, and did not undo it.</param>
/// <param name="Place">Higher was opened later; 0: not opened lately.</param>
public sealed record Pin(bool IsPinned, long Place);
