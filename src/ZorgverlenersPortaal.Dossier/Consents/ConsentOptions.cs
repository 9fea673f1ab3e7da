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

    /// <summary>What a wish that is recorded but not understood does; <see cref="ConsentPolicy.Close"/> goes before <see cref="OpenWhenUnknown"/>.</summary>
    public ConsentPolicy NotUnderstood { get; set; }

    /// <summary>An emergency access opens what the patient keeps closed.</summary>
    public bool OpensInEmergency { get; set; }

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults() => Enum.IsDefined(NotUnderstood) ? [] : [$"{Section}:{nameof(NotUnderstood)} must be Show or Close"];

    /// <summary>Does this close for everybody, as a plain objection does?</summary>
    internal bool Closes(ConsentStanding standing) =>
        standing == ConsentStanding.Objection || (standing == ConsentStanding.NotUnderstood && NotUnderstood == ConsentPolicy.Close);

    /// <summary>Can nobody tell, and is it not closed for that?</summary>
    internal bool IsUnclear(ConsentStanding standing) =>
        standing == ConsentStanding.Unknown || (standing == ConsentStanding.NotUnderstood && NotUnderstood == ConsentPolicy.Show);
}
