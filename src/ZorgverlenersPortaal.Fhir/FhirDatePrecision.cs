namespace ZorgverlenersPortaal.Fhir;

/// <summary>How much of a date was written: nothing is made up for the rest (R11).</summary>
public enum FhirDatePrecision
{
    Year,
    Month,
    Day,
    Time,
}
