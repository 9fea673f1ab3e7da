using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Dossier.Sections.Live;

/// <summary>What a watch knows of a list between two looks: a digest, and whose ids were proven. No content (R5).</summary>
/// <param name="Viewer">In whose name it was found out.</param>
/// <param name="Grant">Under which grant; good for this viewer's session only.</param>
/// <param name="Digest">Of what the list shows.</param>
internal sealed record ListState(ListViewer Viewer, ListGrant Grant, string Digest)
{
    /// <summary>Ids of every patient of the doctor, in hospital or not.</summary>
    public required IReadOnlyList<string> Patients { get; init; }

    /// <summary>When the last look began.</summary>
    public required DateTimeOffset Looked { get; init; }

    /// <summary>When the last full look began.</summary>
    public required DateTimeOffset LookedFully { get; init; }
}
