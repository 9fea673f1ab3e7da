using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>How a product is to be taken: in words, in codes, or both. Numbers keep their digits and units (R11).</summary>
public sealed record Dosage
{
    /// <summary>The same number: at the same time; a higher one: afterwards.</summary>
    public string? Sequence { get; private set; }

    public string? Text { get; private set; }

    public IReadOnlyList<CodeableConcept> AdditionalInstructions { get; private set; } = [];

    public string? PatientInstruction { get; private set; }

    public Timing? Timing { get; private set; }

    public bool? AsNeeded { get; private set; }

    /// <summary>As needed, for this.</summary>
    public CodeableConcept? AsNeededFor { get; private set; }

    public CodeableConcept? Site { get; private set; }

    public CodeableConcept? Route { get; private set; }

    public CodeableConcept? Method { get; private set; }

    public IReadOnlyList<DoseAndRate> Doses { get; private set; } = [];

    public Ratio? MaximumPerPeriod { get; private set; }

    public Quantity? MaximumPerAdministration { get; private set; }

    public Quantity? MaximumPerLifetime { get; private set; }

    /// <summary>There is an extension here that the reader does not know: built from codes alone, the dosage could lack it.</summary>
    public bool HasMore { get; private set; }

    internal static Dosage? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var dosage = new Dosage();
        while (r.NextProperty())
        {
            dosage.ReadProperty(ref r);
        }
        return dosage;
    }

    private void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "sequence": Sequence = r.Number(); break;
            case "text": Text = r.OwnText(); break;
            case "additionalInstruction": AdditionalInstructions = r.List(CodeableConcept.Read); break;
            case "patientInstruction": PatientInstruction = r.OwnText(); break;
            case "timing": Timing = Fhir.Timing.Read(ref r); break;
            case "asNeededBoolean": AsNeeded = r.Flag(); break;
            case "asNeededCodeableConcept": AsNeededFor = CodeableConcept.Read(ref r); break;
            case "site": Site = CodeableConcept.Read(ref r); break;
            case "route": Route = CodeableConcept.Read(ref r); break;
            case "method": Method = CodeableConcept.Read(ref r); break;
            case "doseAndRate": Doses = r.List(DoseAndRate.Read); break;
            case "maxDosePerPeriod": MaximumPerPeriod = Ratio.Read(ref r); break;
            case "maxDosePerAdministration": MaximumPerAdministration = Quantity.Read(ref r); break;
            case "maxDosePerLifetime": MaximumPerLifetime = Quantity.Read(ref r); break;
            case "id": r.Unread(); break;
            default: HasMore = true; r.Unread(); break;
        }
    }
}
