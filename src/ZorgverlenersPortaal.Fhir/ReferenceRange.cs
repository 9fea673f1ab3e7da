using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// What the laboratory compares a value with: limits as written, a text, or both. AppliesTo and Age say for whom; Type
/// is normal, therapeutic, ...
/// </summary>
public sealed record ReferenceRange
{
    public Quantity? Low { get; private set; }

    public Quantity? High { get; private set; }

    public CodeableConcept? Type { get; private set; }

    public IReadOnlyList<CodeableConcept> AppliesTo { get; private set; } = [];

    public QuantityRange? Age { get; private set; }

    public string? Text { get; private set; }

    internal static ReferenceRange? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var range = new ReferenceRange();
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "low": range.Low = Quantity.Read(ref r); break;
                case "high": range.High = Quantity.Read(ref r); break;
                case "type": range.Type = CodeableConcept.Read(ref r); break;
                case "appliesTo": range.AppliesTo = r.List(CodeableConcept.Read); break;
                case "age": range.Age = QuantityRange.Read(ref r); break;
                case "text": range.Text = r.Text(); break;
                default: r.Unread(); break;
            }
        }
        return range;
    }
}
