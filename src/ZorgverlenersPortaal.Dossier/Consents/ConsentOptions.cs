namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>How a patient's objection is asked for and what it closes; section <c>Access:Consents</c>. The hospital's own list always counts.</summary>
public sealed class ConsentOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Access:Consents";

    /// <summary>Reads the privacy Consents of the EPD too.</summary>
    public bool AskEpd { get; set; } = true;

    /// <summary>A source that cannot be asked or understood counts as no objection: a loosening.</summary>
    public bool OpenWhenUnknown { get; set; }

    /// <summary>An emergency access opens what the patient keeps closed.</summary>
    public bool OpensInEmergency { get; set; }
}
