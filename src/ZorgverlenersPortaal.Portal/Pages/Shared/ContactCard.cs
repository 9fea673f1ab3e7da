using System.Globalization;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>Whom to call about a letter or a result.</summary>
/// <param name="Lines">Who, the number, when, and where the number comes from; none: nobody knows one.</param>
/// <param name="ReceptionPhone">The number that always answers.</param>
public sealed record ContactCard(IReadOnlyList<ContactCard.Line> Lines, string ReceptionPhone)
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private static readonly CompareInfo _dutch = CultureInfo.GetCultureInfo("nl-NL").CompareInfo;

    /// <summary>Every specialty the hospital has set.</summary>
    public static ContactCard All(PortalOptions portal)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return new([.. portal.Contacts.Select(Of)], portal.ReceptionPhone);
    }

    /// <summary>Those of one specialty, by either of its names, and the number that the EPD has of who wrote it.</summary>
    public static ContactCard Of(PortalOptions portal, string? specialty, LetterContact? writer = null)
    {
        ArgumentNullException.ThrowIfNull(portal);
        var names = new[] { specialty, writer?.Specialty }.OfType<string>().ToList();
        var lines = portal.Contacts.Where(contact => names.Exists(name => _dutch.Compare(name.Trim(), contact.Specialty.Trim(), Loosely) == 0)).Select(Of);
        return new(
            writer?.Phone is { } phone ? [.. lines, new(writer.Name ?? specialty ?? "Afzender", phone, null, "volgens het EPD")] : [.. lines],
            portal.ReceptionPhone);
    }

    private static Line Of(ContactOptions contact) => new(contact.Specialty, contact.Phone, contact.When.Length > 0 ? contact.When : null, null);

    /// <summary>One number.</summary>
    /// <param name="Who">Specialty or person.</param>
    /// <param name="Phone">The number.</param>
    /// <param name="When">When, or for what.</param>
    /// <param name="Source">Where the number comes from, if not from the hospital itself.</param>
    public sealed record Line(string Who, string Phone, string? When, string? Source);
}
