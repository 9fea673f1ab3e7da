namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>What was still open when one admission ended; newest first.</summary>
public sealed record DischargePending(Admission Admission, IReadOnlyList<PendingResult> Results);
