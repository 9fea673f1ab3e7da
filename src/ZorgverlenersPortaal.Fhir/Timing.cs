using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>When something is to happen: named by a code, on moments, or by a rule.</summary>
public sealed record Timing
{
    public CodeableConcept? Code { get; private set; }

    public IReadOnlyList<FhirDateTime> Events { get; private set; } = [];

    public TimingRepeat? Repeat { get; private set; }

    /// <inheritdoc cref="Dosage.HasMore"/>
    public bool HasMore { get; private set; }

    internal static Timing? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var timing = new Timing();
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "code": timing.Code = CodeableConcept.Read(ref r); break;
                case "event": timing.Events = r.List(Element.Date); break;
                case "repeat": timing.Repeat = TimingRepeat.Read(ref r); break;
                case "id": r.Unread(); break;
                default: timing.HasMore = true; r.Unread(); break;
            }
        }
        return timing;
    }
}
