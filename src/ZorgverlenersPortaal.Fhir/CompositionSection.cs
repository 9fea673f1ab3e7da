using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>One section of a Composition, with the sections inside it.</summary>
public sealed record CompositionSection
{
    public string? Title { get; private set; }

    public CodeableConcept? Code { get; private set; }

    /// <summary>Whom or what it is about, when that is not the subject of the whole.</summary>
    public FhirReference? Focus { get; private set; }

    /// <inheritdoc cref="Fhir.Narrative"/>
    public Narrative? Text { get; private set; }

    public CodeableConcept? EmptyReason { get; private set; }

    public IReadOnlyList<FhirReference> Entries { get; private set; } = [];

    public IReadOnlyList<CompositionSection> Sections { get; private set; } = [];

    internal static CompositionSection? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var section = new CompositionSection();
        while (r.NextProperty())
        {
            section.ReadProperty(ref r);
        }
        return section;
    }

    private void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "title": Title = r.OwnText(); break;
            case "code": Code = CodeableConcept.Read(ref r); break;
            case "focus": Focus = r.Vital(Focus, FhirReference.Read); break;
            case "text": Text = Narrative.Read(ref r); break;
            case "emptyReason": EmptyReason = CodeableConcept.Read(ref r); break;
            case "entry": Entries = r.List(FhirReference.Read); break;
            case "section": Sections = r.List(Read); break;
            default: r.Unread(); break;
        }
    }
}
