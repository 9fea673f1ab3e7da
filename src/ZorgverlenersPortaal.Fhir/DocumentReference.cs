using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A letter or other document: what it is and where it is. Only status "current" is a letter to show.
/// </summary>
public sealed class DocumentReference : Resource
{
    internal DocumentReference()
        : base(nameof(DocumentReference))
    {
    }

    public string? Status { get; private set; }

    /// <summary>preliminary, final, amended or entered-in-error: the state of the text itself.</summary>
    public string? DocStatus { get; private set; }

    public CodeableConcept? Type { get; private set; }

    public IReadOnlyList<CodeableConcept> Categories { get; private set; } = [];

    public FhirReference? Subject { get; private set; }

    public FhirDateTime? Date { get; private set; }

    public IReadOnlyList<FhirReference> Authors { get; private set; } = [];

    public FhirReference? Authenticator { get; private set; }

    public FhirReference? Custodian { get; private set; }

    public IReadOnlyList<DocumentRelation> RelatesTo { get; private set; } = [];

    public string? Description { get; private set; }

    /// <summary>
    /// DocumentReference.securityLabel; meta.security stands in <see cref="Resource.SecurityLabels"/>.
    /// </summary>
    public IReadOnlyList<CodeableConcept> DocumentSecurityLabels { get; private set; } = [];

    public IReadOnlyList<DocumentContent> Contents { get; private set; } = [];

    public IReadOnlyList<FhirReference> Encounters { get; private set; } = [];

    /// <summary>The time of the care the document is about.</summary>
    public Period? Period { get; private set; }

    public CodeableConcept? PracticeSetting { get; private set; }

    /// <summary>The EPD's own words about the document, or the document's words; shown as text only.</summary>
    public Narrative? Text { get; private set; }

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status) || IsError(DocStatus);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "docStatus": DocStatus = r.Vital(DocStatus, Element.Code); break;
            case "type": Type = CodeableConcept.Read(ref r); break;
            case "category": Categories = r.List(CodeableConcept.Read); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "date": Date = r.Date(); break;
            case "author": Authors = r.List(FhirReference.Read); break;
            case "authenticator": Authenticator = FhirReference.Read(ref r); break;
            case "custodian": Custodian = FhirReference.Read(ref r); break;
            case "relatesTo": RelatesTo = r.VitalList(RelatesTo, DocumentRelation.Read); break;
            case "description": Description = r.OwnText(); break;
            case "securityLabel": DocumentSecurityLabels = r.VitalList(DocumentSecurityLabels, CodeableConcept.Read); break;
            case "text": Text = Narrative.Read(ref r); break;
            case "content": Contents = r.List(DocumentContent.Read); break;
            case "context": ReadContext(ref r); break;
            default: r.Unread(); break;
        }
    }

    private void ReadContext(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return;
        }
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "encounter": Encounters = r.List(FhirReference.Read); break;
                case "period": Period = Fhir.Period.Read(ref r); break;
                case "practiceSetting": PracticeSetting = CodeableConcept.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
    }
}
