namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// A kind of letter: what it is called, how it is coded, and where a preliminary or superseded one differs.
/// </summary>
internal sealed record LetterKind(string Letter, Term Type, string Title)
{
    private static readonly Term _dischargeSummary = Term.Snomed("11071000146104", "Ontslagbrief");

    public static readonly LetterKind Discharge = new("o", _dischargeSummary, "Ontslagbrief");
    public static readonly LetterKind Preliminary = new("v", _dischargeSummary, "Voorlopige ontslagbrief")
    {
        DocStatus = "preliminary",
    };
    public static readonly LetterKind Replaced = new("w", _dischargeSummary, "Ontslagbrief (vervangen)")
    {
        Status = "superseded",
    };
    public static readonly LetterKind Clinic = new(
        "p",
        Term.Loinc("11488-4", "Polikliniekbrief"),
        "Brief van de polikliniek");
    public static readonly LetterKind Emergency = new(
        "s",
        Term.Loinc("34878-9", "SEH-brief"),
        "Brief van de spoedeisende hulp");
    public static readonly LetterKind Policy = new(
        "c",
        Term.Loinc("11506-3", "Conclusie en beleid"),
        "Conclusie en beleid");

    // ChipSoft writes an OID where the words should stand (fhir.md §1.7).
    public static readonly LetterKind Other = new(
        "b",
        Term.Loinc("51852-2", "2.16.840.1.113883.2.4.3.8.3.1"),
        "Brief.pdf");
    public static readonly LetterKind Mistake = new(
        "e",
        Term.Loinc("11488-4", "Polikliniekbrief"),
        "Brief over iemand anders")
    {
        Status = "entered-in-error",
    };

    public string Status { get; init; } = "current";

    public string DocStatus { get; init; } = "final";
}
