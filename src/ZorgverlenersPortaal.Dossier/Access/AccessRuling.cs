namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>What the rules say of a set of facts.</summary>
/// <param name="Reason">The one reason.</param>
/// <param name="Basis">What the look rests on; null means denied.</param>
/// <param name="Via">The delegation or emergency it rests on, as the facts name it.</param>
/// <param name="Until">When this basis ends by itself, where that is known.</param>
public sealed record AccessRuling(AccessReason Reason, AccessBasis? Basis = null, string? Via = null, DateTimeOffset? Until = null)
{
    /// <summary>Denied is the default.</summary>
    public AccessVerdict Verdict => Basis is null ? AccessVerdict.Denied : AccessVerdict.Granted;
}
