namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>The extensions of nl-core on medication that are shown. A period that is lost would turn ended use into use.</summary>
internal sealed record MedicationExtensions
{
    public string? RenderedDosage { get; private set; }

    public Period? UsePeriod { get; private set; }

    public Identifier? Treatment { get; private set; }

    public FhirReference? Prescriber { get; private set; }

    public FhirDateTime? AgreedAt { get; private set; }

    public CodeableConcept? Reason { get; private set; }

    internal static MedicationExtensions? Read(ref FhirReader r)
    {
        if (!r.BeginList())
        {
            return null;
        }
        var all = new MedicationExtensions();
        while (r.NextExtension())
        {
            all.ReadOne(ref r);
        }
        return all;
    }

    private void ReadOne(ref FhirReader r)
    {
        switch (r.Name)
        {
            case ExtensionUrls.RenderedDosage: RenderedDosage = Once(ref r, RenderedDosage, r.ExtensionText()); break;
            case ExtensionUrls.UsePeriod or ExtensionUrls.UsePeriod2017:
                UsePeriod = Once(ref r, UsePeriod, r.ExtensionValue("valuePeriod", Period.Read));
                break;
            case ExtensionUrls.Treatment or ExtensionUrls.Treatment2017:
                Treatment = Once(ref r, Treatment, r.ExtensionValue("valueIdentifier", Identifier.Read));
                break;
            case ExtensionUrls.UsePrescriber: Prescriber = r.ExtensionValue("valueReference", FhirReference.Read); break;
            case ExtensionUrls.AdministrationAgreementTime: AgreedAt = FhirDateTime.TryParse(r.ExtensionText()); break;
            case ExtensionUrls.AdministrationAgreementReason: Reason = r.ExtensionValue("valueCodeableConcept", CodeableConcept.Read); break;
            default: r.Unread(); break;
        }
    }

    /// <summary>There without a value, or twice: nobody can tell what was meant.</summary>
    private static T? Once<T>(ref FhirReader r, T? already, T? value)
        where T : class
    {
        if (already is not null || value is null)
        {
            r.Malformed();
        }
        return value ?? already;
    }
}
