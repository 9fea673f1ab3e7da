using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A measurement or finding, or a panel of them (HasMembers). With a focus it is about someone or something else than
/// the patient (fhir.md §4.7).
/// </summary>
public sealed class Observation : Resource
{
    internal Observation()
        : base(nameof(Observation))
    {
    }

    public string? Status { get; private set; }

    public IReadOnlyList<CodeableConcept> Categories { get; private set; } = [];

    public CodeableConcept? Code { get; private set; }

    public FhirReference? Subject { get; private set; }

    public IReadOnlyList<FhirReference> Focus { get; private set; } = [];

    public IReadOnlyList<FhirReference> BasedOn { get; private set; } = [];

    public TimeChoice? Effective { get; private set; }

    /// <summary>When this version was made known.</summary>
    public FhirDateTime? Issued { get; private set; }

    public IReadOnlyList<FhirReference> Performers { get; private set; } = [];

    public ObservationValue? Value { get; private set; }

    /// <summary>Why a primitive value is missing (extension on <c>_valueString</c> and the like).</summary>
    public string? ValueAbsentReason { get; private set; }

    public CodeableConcept? DataAbsentReason { get; private set; }

    /// <summary>The source's own marks: high, low, resistant, ...</summary>
    public IReadOnlyList<CodeableConcept> Interpretations { get; private set; } = [];

    public IReadOnlyList<ReferenceRange> ReferenceRanges { get; private set; } = [];

    public IReadOnlyList<Annotation> Notes { get; private set; } = [];

    public CodeableConcept? BodySite { get; private set; }

    public CodeableConcept? Method { get; private set; }

    public FhirReference? Specimen { get; private set; }

    public IReadOnlyList<FhirReference> HasMembers { get; private set; } = [];

    public IReadOnlyList<FhirReference> DerivedFrom { get; private set; } = [];

    public IReadOnlyList<ObservationComponent> Components { get; private set; } = [];

    /// <summary>Extensions with a moment, or a yes or no.</summary>
    public IReadOnlyList<SimpleExtension> SimpleExtensions { get; private set; } = [];

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    // What is vital here goes beyond isModifier: without it, or with half of it, the value reads otherwise.
    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "code": Code = r.Vital(Code, CodeableConcept.Read); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "focus": Focus = r.VitalList(Focus, FhirReference.Read); break;
            case "dataAbsentReason": DataAbsentReason = r.Vital(DataAbsentReason, CodeableConcept.Read); break;
            case "interpretation": Interpretations = r.VitalList(Interpretations, CodeableConcept.Read); break;
            case "referenceRange": ReferenceRanges = r.VitalList(ReferenceRanges, ReferenceRange.Read); break;
            case "hasMember": HasMembers = r.VitalList(HasMembers, FhirReference.Read); break;
            case "component": Components = r.VitalList(Components, ObservationComponent.Read); break;
            case ['v', 'a', 'l', 'u', 'e', ..]: Value = r.Vital(Value, ObservationValue.Read); break;
            case ['_', 'v', 'a', 'l', 'u', 'e', ..]: ValueAbsentReason = r.AbsentReason() ?? ValueAbsentReason; break;
            default: ReadCircumstance(ref r); break;
        }
    }

    private void ReadCircumstance(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "category": Categories = r.List(CodeableConcept.Read); break;
            case "basedOn": BasedOn = r.List(FhirReference.Read); break;
            case "issued": Issued = r.Date(); break;
            case "performer": Performers = r.List(FhirReference.Read); break;
            case "note": Notes = r.List(Annotation.Read); break;
            case "bodySite": BodySite = CodeableConcept.Read(ref r); break;
            case "method": Method = CodeableConcept.Read(ref r); break;
            case "specimen": Specimen = FhirReference.Read(ref r); break;
            case "extension": SimpleExtensions = SimpleExtension.ReadAll(ref r); break;
            case "derivedFrom": DerivedFrom = r.List(FhirReference.Read); break;
            case ['e', 'f', 'f', 'e', 'c', 't', 'i', 'v', 'e', ..]: Effective = TimeChoice.Read(ref r, "effective") ?? Effective; break;
            default: r.Unread(); break;
        }
    }
}
