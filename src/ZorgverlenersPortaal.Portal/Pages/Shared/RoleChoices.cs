using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The kinds of doctor as answers of a form.</summary>
public static class RoleChoices
{
    /// <summary>All of them, in the order of the register.</summary>
    public static IReadOnlyList<Choice> All { get; } = [.. Enum.GetValues<CareRole>().Select(role => new Choice(Value(role), Capital(role.Dutch())))];

    /// <summary>What a form sends for a role; <see cref="CareRoles.Parse"/> reads it.</summary>
    public static string Value(CareRole role) => role switch
    {
        CareRole.GeneralPractitioner => "huisarts",
        CareRole.ElderlyCarePhysician => "so",
        CareRole.IntellectualDisabilityPhysician => "avg",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
