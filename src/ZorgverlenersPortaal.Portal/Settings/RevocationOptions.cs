namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>Where the status of cards comes from; section <c>Uzi:Revocation</c>.</summary>
public sealed class RevocationOptions
{
    /// <summary>Addresses of the CAs' CRLs, http or https; fetched in the background.</summary>
    public IList<string> Lists { get; init; } = [];

    /// <summary>Minutes between two fetches.</summary>
    public double RefreshMinutes { get; set; } = 15;

    /// <summary>A folder for the last good fetched lists, so that a restart without a network knows them.</summary>
    public string Cache { get; set; } = "";

    /// <summary>A folder that is fed with CRLs (*.crl, *.pem), read every minute.</summary>
    public string Folder { get; set; } = "";

    /// <summary>A list older than this says nothing any more, and cards of its CA are refused.</summary>
    public double MaximumAgeHours { get; set; } = 4;

    /// <summary>Address of the OCSP responder, asked when a list is too old; empty: nobody is asked.</summary>
    public string Ocsp { get; set; } = "";

    /// <summary>The addresses of the lists; only after <see cref="Faults"/> found none.</summary>
    public IReadOnlyList<Uri> ListAddresses => [.. Lists.Select(list => new Uri(list, UriKind.Absolute))];

    /// <summary>The responder; only after <see cref="Faults"/> found none.</summary>
    public Uri? OcspAddress => Ocsp.Length == 0 ? null : new(Ocsp, UriKind.Absolute);

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (Folder.Length == 0 && Lists.Count == 0)
        {
            yield return "Uzi:Revocation:Folder and Uzi:Revocation:Lists are both empty, and without CRLs every card is refused; name the folder that is fed with the CRLs, or their addresses";
        }
        if (Folder.Length > 0 && !Directory.Exists(Folder))
        {
            yield return $"Uzi:Revocation:Folder: there is no folder '{Folder}'; name the folder that holds the CRLs";
        }
        foreach (var list in Lists.Where(list => !IsAddress(list)))
        {
            yield return $"Uzi:Revocation:Lists: '{list}' is no http or https address of a CRL";
        }
        if (Lists.Count > 0 && !Directory.Exists(Cache))
        {
            yield return $"Uzi:Revocation:Cache: there is no folder '{Cache}'; name a folder where the portal may keep the last good CRLs";
        }
        if (Cache.Length > 0 && Folder.Length > 0 && Path.GetFullPath(Cache) == Path.GetFullPath(Folder))
        {
            yield return "Uzi:Revocation:Cache is the fed folder; choose another";
        }
        if (RefreshMinutes is not (>= 1 and <= 120))
        {
            yield return "Uzi:Revocation:RefreshMinutes must lie between 1 and 120";
        }
        if (MaximumAgeHours is not (>= 0.1 and <= 48))
        {
            yield return "Uzi:Revocation:MaximumAgeHours must lie between 0.1 and 48";
        }
        if (Ocsp.Length > 0 && !IsAddress(Ocsp))
        {
            yield return $"Uzi:Revocation:Ocsp: '{Ocsp}' is no http or https address of an OCSP responder";
        }
    }

    // A user name in an address would be sent nowhere and end up in the log.
    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0;
}
