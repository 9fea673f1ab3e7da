namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>What was still open when one admission ended: results, and what was asked for without any result; newest first.</summary>
public sealed record DischargePending(Admission Admission, IReadOnlyList<PendingResult> Results, IReadOnlyList<OpenRequest> Requests);
