namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>Whom to call of one specialty; section <c>Portal:Contacts</c>.</summary>
public sealed class ContactOptions
{
    /// <summary>The specialty as the EPD writes it, in any case; or a kind of results, e.g. Klinische chemie.</summary>
    public string Specialty { get; set; } = "";

    /// <summary>Telephone number.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Dutch: when, or for what; may be empty.</summary>
    public string When { get; set; } = "";
}
