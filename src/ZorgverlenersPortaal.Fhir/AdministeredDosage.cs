using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>What was given at one administration.</summary>
public sealed record AdministeredDosage
{
    public string? Text { get; private set; }

    public CodeableConcept? Site { get; private set; }

    public CodeableConcept? Route { get; private set; }

    public CodeableConcept? Method { get; private set; }

    public Quantity? Dose { get; private set; }

    public Quantity? Rate { get; private set; }

    public Ratio? RateRatio { get; private set; }

    internal static AdministeredDosage? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var dosage = new AdministeredDosage();
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
            case "text": Text = r.OwnText(); break;
            case "site": Site = CodeableConcept.Read(ref r); break;
            case "route": Route = CodeableConcept.Read(ref r); break;
            case "method": Method = CodeableConcept.Read(ref r); break;
            case "dose": Dose = Quantity.Read(ref r); break;
            case "rateQuantity": Rate = Quantity.Read(ref r); break;
            case "rateRatio": RateRatio = Ratio.Read(ref r); break;
            default: r.Unread(); break;
        }
    }
}
