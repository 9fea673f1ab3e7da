using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Recognises an antibiotic's row by the laboratory's own S, I or R; none is made up from a MIC.</summary>
internal static class SusceptibilityReader
{
    /// <summary>Null when it is no such row, is not understood, or says two things at once: then it stays an ordinary line.</summary>
    public static Susceptibility? Read(Observation observation) =>
        observation.NotUnderstood is null && observation.HasMembers.Count == 0 && observation.Components.Count == 0
        && Category(observation.Interpretations, observation.Value) is { } category
            ? new()
            {
                Source = observation.Reference,
                Antibiotic = ValueText.Phrase(observation.Code) ?? "Onbekend middel",
                Category = category,
                Mic = Mic(observation.Value),
                Method = observation.Method?.Show,
                Status = ResultStatus.Of(observation.Status),
                Notes = Remark.Of(observation.Notes, observation),
            }
            : null;

    /// <inheritdoc cref="Read(Observation)"/>
    public static Susceptibility? Read(ObservationComponent component, Observation owner) =>
        Category(component.Interpretations, component.Value) is { } category
            ? new()
            {
                Source = owner.Reference,
                Antibiotic = ValueText.Phrase(component.Code) ?? "Onbekend middel",
                Category = category,
                Mic = Mic(component.Value),
                Status = ResultStatus.Of(owner.Status),
            }
            : null;

    private static string? Category(IReadOnlyList<CodeableConcept> interpretations, ObservationValue? value)
    {
        var said = interpretations.Select(Letter).Append(Letter(value?.Concept)).Append(Letter(value?.Text)).OfType<string>();
        return said.Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
    }

    private static string? Letter(CodeableConcept? concept) =>
        concept is null ? null : Letter(FlagReader.Read([concept])[0].Code) ?? (concept.Codings.Count == 0 ? Letter(concept.Text) : null);

    private static string? Letter(string? text) => text is "S" or "I" or "R" ? text : null;

    /// <summary>Anything but the letter itself.</summary>
    private static ResultValue? Mic(ObservationValue? value) =>
        value is null || Letter(value.Concept) is not null || Letter(value.Text) is not null ? null : ValueText.Of(value);
}
