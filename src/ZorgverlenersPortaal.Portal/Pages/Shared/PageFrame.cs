using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>What the layouts show around a page: hospital, office and the person signed in. Never patient data.</summary>
public sealed record PageFrame
{
    private const string Key = "Frame";

    public required string HospitalName { get; init; }

    /// <summary>The office that doctors call about their account, for example "Bureau Huisartsencontacten".</summary>
    public required string OfficeName { get; init; }

    /// <summary>As it is to be read, with spaces: "078 000 20 04".</summary>
    public required string OfficePhone { get; init; }

    /// <summary>Null when nobody is signed in: the layout then shows neither the menu nor the sign-out button.</summary>
    public string? UserName { get; init; }

    /// <summary>Profession and practice in Dutch, for example "huisarts, Praktijk De Linde".</summary>
    public string? UserRole { get; init; }

    /// <summary>When the session ends if nothing more is asked; null when nobody is signed in.</summary>
    public DateTimeOffset? SessionUntil { get; init; }

    /// <summary>Seconds until then.</summary>
    public int SessionSeconds { get; init; }

    /// <summary>The session then lasted as long as a session may.</summary>
    public bool IsLongest { get; init; }

    /// <summary>What the session was signed in with, when that is no card; in Dutch.</summary>
    public string? SignedInWith { get; init; }

    /// <summary>Questions of officers that wait for this doctor's answer.</summary>
    public int Questions { get; init; }

    public PageSection Section { get; init; }

    /// <summary>What is to be said of the EPD; null for nothing, and for staff, whose pages do not need it.</summary>
    public Note? EpdNote { get; init; }

    /// <summary>Planned maintenance; null for none.</summary>
    public Note? Maintenance { get; init; }

    /// <summary>For whom the frame is.</summary>
    public FrameKind Kind { get; init; }

    /// <summary>The line under the brand: the hospital for doctors, the function for its staff.</summary>
    public string BrandLine => Kind switch
    {
        FrameKind.Care => HospitalName,
        FrameKind.Audit => "Toezicht",
        FrameKind.Admin => "Beheer",
    };

    /// <summary>Modifier of the top bar's colour.</summary>
    public string TopClass => Kind switch
    {
        FrameKind.Care => "zvp-top",
        FrameKind.Audit => "zvp-top zvp-top--audit",
        FrameKind.Admin => "zvp-top zvp-top--admin",
    };

    /// <summary>The frame in <c>ViewData["Frame"]</c>.</summary>
    /// <exception cref="InvalidOperationException">The page was given none.</exception>
    public static PageFrame Of(ViewDataDictionary viewData) =>
        viewData[Key] as PageFrame
        ?? throw new InvalidOperationException($"ViewData[\"{Key}\"] holds no PageFrame: set it before the page is rendered.");
}
