using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A contact or admission. Never judge by status alone: a finished admission is seen with "unknown" (fhir.md §1.4).
/// </summary>
public sealed class Encounter : Resource
{
    internal Encounter()
        : base(nameof(Encounter))
    {
    }

    public string? Status { get; private set; }

    public Coding? Class { get; private set; }

    public IReadOnlyList<CodeableConcept> Types { get; private set; } = [];

    public CodeableConcept? ServiceType { get; private set; }

    /// <summary>May be absent (Nictiz's own example): whose encounter it is, is then unknown.</summary>
    public FhirReference? Subject { get; private set; }

    public Period? Period { get; private set; }

    /// <summary>The encounter this is a part of; Epic sends several parts per admission.</summary>
    public FhirReference? PartOf { get; private set; }

    public IReadOnlyList<CodeableConcept> ReasonCodes { get; private set; } = [];

    public IReadOnlyList<FhirReference> Diagnoses { get; private set; } = [];

    public IReadOnlyList<EncounterParticipant> Participants { get; private set; } = [];

    public IReadOnlyList<EncounterLocation> Locations { get; private set; } = [];

    public CodeableConcept? AdmitSource { get; private set; }

    public CodeableConcept? DischargeDisposition { get; private set; }

    public FhirReference? ServiceProvider { get; private set; }

    public IReadOnlyList<Identifier> Identifiers { get; private set; } = [];

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "class": Class = r.Vital(Class, Coding.Read); break;
            case "type": Types = r.List(CodeableConcept.Read); break;
            case "serviceType": ServiceType = CodeableConcept.Read(ref r); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "period": Period = r.Vital(Period, Fhir.Period.Read); break;
            case "partOf": PartOf = r.Vital(PartOf, FhirReference.Read); break;
            case "reasonCode": ReasonCodes = r.List(CodeableConcept.Read); break;
            case "diagnosis": Diagnoses = r.List(Element.Diagnosis); break;
            case "participant": Participants = r.List(EncounterParticipant.Read); break;
            case "location": Locations = r.List(EncounterLocation.Read); break;
            case "hospitalization": ReadHospitalization(ref r); break;
            case "serviceProvider": ServiceProvider = FhirReference.Read(ref r); break;
            case "identifier": Identifiers = r.List(Identifier.Read); break;
            default: r.Unread(); break;
        }
    }

    private void ReadHospitalization(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return;
        }
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "admitSource": AdmitSource = CodeableConcept.Read(ref r); break;
                case "dischargeDisposition": DischargeDisposition = CodeableConcept.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
    }
}
