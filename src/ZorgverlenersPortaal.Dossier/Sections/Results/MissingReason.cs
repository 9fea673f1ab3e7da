using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Says in Dutch why a result has no value; a blank would read as "nothing found".</summary>
internal static class MissingReason
{
    /// <summary>Also beside a value, when the source gives both. Null when nothing is missing.</summary>
    public static string? Of(Observation observation, ResultValue? value)
    {
        if (Given(observation.DataAbsentReason, observation.ValueAbsentReason, observation.Value) is { } reason)
        {
            return reason;
        }
        if (value is not null || observation.HasMembers.Count > 0 || observation.Components.Count > 0)
        {
            return null;
        }
        return observation.Status switch
        {
            "registered" => "nog geen uitslag",
            "cancelled" => "geannuleerd",
            _ => Nothing(observation.Value),
        };
    }

    /// <inheritdoc cref="Of(Observation, ResultValue)"/>
    public static string? Of(ObservationComponent component, ResultValue? value) =>
        Given(component.DataAbsentReason, component.ValueAbsentReason, component.Value) ?? (value is null ? Nothing(component.Value) : null);

    private static string? Given(CodeableConcept? reason, string? primitive, ObservationValue? value) =>
        reason is not null ? AbsentReasons.Of(reason)
        : (primitive ?? value?.Concept?.AbsentReason) is { } code ? AbsentReasons.Of(code)
        : null;

    private static string Nothing(ObservationValue? value) => value switch
    {
        null => "geen waarde in het EPD",
        { IsCurve: true } => "meetcurve, niet te tonen in het portaal",
        _ => "de waarde in het EPD is niet te lezen",
    };
}
