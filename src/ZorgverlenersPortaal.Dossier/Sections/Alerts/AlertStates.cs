using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Alerts;

/// <summary>The states of an alert, in FHIR and in Dutch.</summary>
public static class AlertStates
{
    /// <summary>Dutch, as a label.</summary>
    public static string Text(this AlertState state) => state switch
    {
        AlertState.Unknown => "Status onbekend",
        AlertState.Active => "Actief",
        AlertState.Planned => "Geldt later",
        AlertState.Ended => "Beëindigd",
    };

    /// <summary>Must be reckoned with now.</summary>
    public static bool IsCurrent(this AlertState state) => state is AlertState.Active or AlertState.Unknown;

    internal static AlertState Of(Flag flag, DateTimeOffset now) => flag.Status switch
    {
        "inactive" => AlertState.Ended,
        _ when Periods.EndedBefore(flag.Period, now) => AlertState.Ended,
        _ when Periods.StartsAfter(flag.Period, now) => AlertState.Planned,
        "active" => AlertState.Active,
        _ => AlertState.Unknown,
    };
}
