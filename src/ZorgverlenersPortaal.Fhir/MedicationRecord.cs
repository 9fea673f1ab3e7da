using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>What prescriptions, use, supplies and administrations have in common, nl-core's extensions included (MP9, zib2017).</summary>
public abstract class MedicationRecord : Resource
{
    private MedicationExtensions? _extensions;

    private protected MedicationRecord(string resourceType)
        : base(resourceType)
    {
    }

    public string? Status { get; private set; }

    /// <summary>The product. A reference that leads nowhere still is a product.</summary>
    public ConceptOrReference? Medication { get; private set; }

    public FhirReference? Subject { get; private set; }

    public IReadOnlyList<Annotation> Notes { get; private set; } = [];

    /// <summary>The whole dosage as one text; goes before the parts.</summary>
    public string? RenderedDosage => _extensions?.RenderedDosage;

    /// <summary>From when until when it is to be used.</summary>
    public Period? UsePeriod => _extensions?.UsePeriod;

    public Identifier? Treatment => _extensions?.Treatment;

    /// <summary>With a stop type it says that the use ends: it is no prescription.</summary>
    public CodeableConcept? StopType { get; private set; }

    /// <summary>The dosage is a cycle of this length.</summary>
    public Quantity? Cycle { get; private set; }

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    private protected MedicationExtensions? Extensions => _extensions;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "medicationCodeableConcept" or "medicationReference": Medication = r.Vital(Medication, ConceptOrReference.Read); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "note": Notes = r.List(Annotation.Read); break;
            case "extension": _extensions = r.Vital(_extensions, MedicationExtensions.Read); break;
            default: r.Unread(); break;
        }
    }

    internal override bool ReadModifier(ref FhirReader r)
    {
        switch (r.Name)
        {
            case ExtensionUrls.StopType or ExtensionUrls.StopType2017:
                StopType = r.Vital(StopType, static (ref FhirReader inner) => inner.ExtensionValue("valueCodeableConcept", CodeableConcept.Read));
                return true;
            case ExtensionUrls.Cycle or ExtensionUrls.Cycle2017:
                Cycle = r.Vital(Cycle, static (ref FhirReader inner) => inner.ExtensionValue("valueDuration", Quantity.Read));
                return true;
            default:
                return false;
        }
    }
}
