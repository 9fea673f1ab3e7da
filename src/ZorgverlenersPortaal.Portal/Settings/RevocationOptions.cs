namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>Revocation lists of the card CAs; section <c>Uzi:Revocation</c>.</summary>
public sealed class RevocationOptions
{
    /// <summary>A folder that is fed with CRLs (*.crl, *.pem), read every minute.</summary>
    public string Folder { get; set; } = "";

    /// <summary>A list older than this says nothing any more, and cards of its CA are refused.</summary>
    public double MaximumAgeHours { get; set; } = 4;
}
