using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>One record as a line of the officer's table. Of a patient it shows the end of the BSN only.</summary>
public sealed record LogRow(StoredAuditRecord Stored)
{
    /// <summary>"a/184311".</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Stored.Node}/{Stored.Sequence}");

    /// <summary>Where the whole record stands.</summary>
    public string Address => "/toezicht/inzagelog/" + Place;

    /// <summary>What stands where nobody knows, because the record cannot be read.</summary>
    public const string Unreadable = "niet te lezen";

    /// <summary>Who acted.</summary>
    public string Name => !Stored.IsReadable ? Unreadable : Stored.Record.Actor is { } actor ? actor.Name ?? "onbekend" : "het portaal zelf";

    /// <summary>The actor's number, or null.</summary>
    public string? Number => Stored.Record.Actor?.UziNumber is { } uzi ? NumberText.Uzi(uzi) : null;

    /// <summary>What happened, with the section where there is one.</summary>
    public string Event => !Stored.IsReadable ? "Niet te lezen regel" : Section is { } section ? $"{EventText.Of(Stored.Record.Event)}: {section}" : EventText.Of(Stored.Record.Event);

    /// <summary>Whom it was about.</summary>
    public string Patients => Stored.Record.Patients switch
    {
        [] => Stored.IsReadable ? "geen" : Unreadable,
        [var one] => Masked(one),
        var many => string.Create(CultureInfo.InvariantCulture, $"{many.Count} patiënten"),
    };

    /// <summary>The basis, or null where nothing was decided.</summary>
    public string? Basis => Stored.Record.Decision is { } decision ? LogChoices.Text(decision) : null;

    /// <summary>"5be9…7c20"; whole where it is no hash.</summary>
    public string ShortHash => Stored.Hash.Length > 8 ? $"{Stored.Hash[..4]}…{Stored.Hash[^4..]}" : Stored.Hash;

    /// <summary>Colour of the basis.</summary>
    public string BasisColour => Stored.Record.Decision?.Rule switch
    {
        "delegation" => "zvp-label--locum",
        "emergency" => "zvp-label--emergency",
        "own-patient" or "own-practice" or "care-team" or "residence" or "ended-relation" => "zvp-label--own",
        _ => "zvp-label--line",
    };

    /// <summary>The end of the BSN, or that only the EPD's number is known.</summary>
    public static string Masked(AuditPatient patient)
    {
        ArgumentNullException.ThrowIfNull(patient);
        return patient switch
        {
            { Bsn: { Length: 9 } bsn } => "••• ••• " + bsn[6..],
            { EpdId.Length: 0 } => "niet gevonden",
            _ => "zonder BSN",
        };
    }

    private string? Section =>
        Enum.TryParse<DossierCategory>(Stored.Record.Category, out var category) ? FirstLower(RightsText.Of(category)) : null;

    private static string FirstLower(string text) => char.ToLower(text[0], CultureInfo.CurrentCulture) + text[1..];
}
