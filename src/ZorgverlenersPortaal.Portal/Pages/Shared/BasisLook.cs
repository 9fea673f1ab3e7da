using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>Colour and icon of a basis; beside its word, never instead of it.</summary>
internal static class BasisLook
{
    /// <summary>Class of the label in a list.</summary>
    public static string Label(AccessDecision decision) => $"zvp-label--{Colour(decision)}";

    /// <summary>Class of the patient's banner; none for her own.</summary>
    public static string? Banner(AccessDecision decision) => Colour(decision) is "own" ? null : $"zvp-banner--{Colour(decision)}";

    /// <summary>Name of the icon.</summary>
    public static string Icon(AccessDecision decision) => Colour(decision) switch
    {
        "locum" => "arrows-exchange",
        "emergency" => "urgent",
        _ => "user-check",
    };

    private static string Colour(AccessDecision decision) => decision.Ruling.Basis is not { } basis ? "own" : basis switch
    {
        AccessBasis.Delegation => "locum",
        AccessBasis.Emergency => "emergency",
        AccessBasis.OwnPatient or AccessBasis.OwnPractice or AccessBasis.CareTeam or AccessBasis.Residence or AccessBasis.EndedRelation => "own",
    };
}
