using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>Which cards are trusted; section <c>Uzi</c>.</summary>
public sealed class UziOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Uzi";

    /// <summary>PEM or DER files with the root certificates of cards.</summary>
    public IList<string> TrustAnchors { get; init; } = [];

    /// <summary>PEM or DER files with the CAs between; a card's issuer must be one of these, byte for byte.</summary>
    public IList<string> Intermediates { get; init; } = [];

    /// <summary>Admit test cards; refused in Production.</summary>
    public bool TestCards { get; set; }

    /// <summary>Where certificate revocation lists come from.</summary>
    public RevocationOptions Revocation { get; init; } = new();

    /// <summary>Reads the certificates; faults go into the list, and then there is no trust.</summary>
    public UziTrust? Load(bool isProduction, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (TestCards && isProduction)
        {
            faults.Add("Uzi:TestCards is on in Production: test cards let anyone in; switch it off");
        }
        if (TrustAnchors.Count == 0)
        {
            faults.Add("Uzi:TrustAnchors is empty; name the files with the root certificates of UZI cards");
        }
        if (Intermediates.Count == 0)
        {
            faults.Add("Uzi:Intermediates is empty; name the files with the CAs that issue UZI cards");
        }
        if (!Directory.Exists(Revocation.Folder))
        {
            faults.Add($"Uzi:Revocation:Folder: there is no folder '{Revocation.Folder}'; name the folder that holds the CRLs");
        }
        if (Revocation.MaximumAgeHours is not (>= 0.1 and <= 48))
        {
            faults.Add("Uzi:Revocation:MaximumAgeHours must lie between 0.1 and 48");
        }
        if (TrustAnchors.Count == 0 || Intermediates.Count == 0)
        {
            return null;
        }
        try
        {
            return UziTrust.Load([.. TrustAnchors], [.. Intermediates], TestCards);
        }
        catch (UziTrustException e)
        {
            faults.Add($"Uzi: {e.Message}");
            return null;
        }
    }
}
