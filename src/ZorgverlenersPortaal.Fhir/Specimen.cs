using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>What was taken from the patient, when and where. In microbiology its type may be the organism grown.</summary>
public sealed class Specimen : Resource
{
    internal Specimen()
        : base(nameof(Specimen))
    {
    }

    public string? Status { get; private set; }

    public CodeableConcept? Type { get; private set; }

    public FhirReference? Subject { get; private set; }

    public FhirDateTime? ReceivedTime { get; private set; }

    /// <summary>When it was taken.</summary>
    public TimeChoice? Collected { get; private set; }

    public CodeableConcept? CollectionMethod { get; private set; }

    public CodeableConcept? BodySite { get; private set; }

    public IReadOnlyList<Annotation> Notes { get; private set; } = [];

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "type": Type = CodeableConcept.Read(ref r); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "receivedTime": ReceivedTime = r.Date(); break;
            case "collection": ReadCollection(ref r); break;
            case "note": Notes = r.List(Annotation.Read); break;
            default: r.Unread(); break;
        }
    }

    private void ReadCollection(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return;
        }
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "method": CollectionMethod = CodeableConcept.Read(ref r); break;
                case "bodySite": BodySite = CodeableConcept.Read(ref r); break;
                case ['c', 'o', 'l', 'l', 'e', 'c', 't', 'e', 'd', ..]: Collected = TimeChoice.Read(ref r, "collected") ?? Collected; break;
                default: r.Unread(); break;
            }
        }
    }
}
