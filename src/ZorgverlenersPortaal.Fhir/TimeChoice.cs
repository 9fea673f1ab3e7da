using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>FHIR's onset[x], effective[x] and the like: exactly one of these is filled.</summary>
public sealed record TimeChoice
{
    private readonly object _value;

    private TimeChoice(object value) => _value = value;

    public FhirDateTime? DateTime => _value as FhirDateTime;

    public Period? Period => _value as Period;

    public Quantity? Age => _value as Quantity;

    public QuantityRange? Range => _value as QuantityRange;

    public string? Text => _value as string;

    /// <summary>"Yes, but not when", as abatementBoolean of older systems says it.</summary>
    public bool? Flag => _value as bool?;

    /// <summary>
    /// Reads the property the reader stands on; its name is <paramref name="element"/> and the kind ("onsetAge").
    /// </summary>
    internal static TimeChoice? Read(ref FhirReader r, string element) =>
        ReadValue(ref r, r.Name[element.Length..]) is { } value ? new TimeChoice(value) : null;

    private static object? ReadValue(ref FhirReader r, ReadOnlySpan<char> kind)
    {
        switch (kind)
        {
            case "DateTime" or "Instant": return r.Date();
            case "Period": return Fhir.Period.Read(ref r);
            case "Age": return Quantity.Read(ref r);
            case "Range": return QuantityRange.Read(ref r);
            case "String": return r.Text();
            case "Boolean": return r.Flag();
            default: r.Unread(); return null;
        }
    }
}
