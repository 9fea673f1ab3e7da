namespace ZorgverlenersPortaal.Dossier.Sections.Alerts;

/// <summary>What an alert is about, by the hospital's lists of codes; never guessed from its words.</summary>
public enum AlertKind
{
    /// <summary>In no list: shown as written.</summary>
    Other,

    /// <summary>An infection, or carrying a micro-organism (<c>Alerts:InfectionCodes</c>).</summary>
    Infection,

    /// <summary>Precautions against spreading (<c>Alerts:IsolationCodes</c>).</summary>
    Isolation,
}
