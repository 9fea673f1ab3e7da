using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A document in sections. The text of a section is XHTML as sent: never to be shown raw (fhir.md §4.7).</summary>
public sealed class Composition : Resource
{
    internal Composition()
        : base(nameof(Composition))
    {
    }

    /// <summary>preliminary, final, amended or entered-in-error.</summary>
    public string? Status { get; private set; }

    public CodeableConcept? Type { get; private set; }

    public FhirReference? Subject { get; private set; }

    public FhirReference? Encounter { get; private set; }

    public FhirDateTime? Date { get; private set; }

    public IReadOnlyList<FhirReference> Authors { get; private set; } = [];

    public string? Title { get; private set; }

    /// <summary>A code of v3-Confidentiality: N, R, V, ...</summary>
    public string? Confidentiality { get; private set; }

    public IReadOnlyList<CompositionAttester> Attesters { get; private set; } = [];

    public FhirReference? Custodian { get; private set; }

    /// <summary>What it does to another document; a target that is only a number has no reference.</summary>
    public IReadOnlyList<DocumentRelation> RelatesTo { get; private set; } = [];

    /// <summary>A malformed section refuses the whole: what is left of a conclusion may say something else.</summary>
    public IReadOnlyList<CompositionSection> Sections { get; private set; } = [];

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "type": Type = CodeableConcept.Read(ref r); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "encounter": Encounter = FhirReference.Read(ref r); break;
            case "date": Date = r.Date(); break;
            case "author": Authors = r.List(FhirReference.Read); break;
            case "title": Title = r.OwnText(); break;
            case "confidentiality": Confidentiality = r.Vital(Confidentiality, Element.Code); break;
            case "attester": Attesters = r.List(CompositionAttester.Read); break;
            case "custodian": Custodian = FhirReference.Read(ref r); break;
            case "relatesTo": RelatesTo = r.VitalList(RelatesTo, DocumentRelation.Read); break;
            case "section": Sections = r.VitalList(Sections, CompositionSection.Read); break;
            default: r.Unread(); break;
        }
    }
}
