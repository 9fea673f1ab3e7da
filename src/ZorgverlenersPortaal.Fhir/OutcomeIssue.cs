using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// One remark of the EPD: severity fatal, error, warning or information; code of FHIR's IssueType; text may hold
/// patient data.
/// </summary>
public sealed record OutcomeIssue(string? Severity, string? Code, string? Text)
{
    /// <summary>The EPD's own codes, such as Epic's 4119 "additional data may be present".</summary>
    public IReadOnlyList<Coding> Details { get; private init; } = [];

    internal static OutcomeIssue? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? severity = null, code = null, diagnostics = null;
        CodeableConcept? details = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "severity": severity = r.Code(); break;
                case "code": code = r.Code(); break;
                case "diagnostics": diagnostics = r.Text(); break;
                case "details": details = CodeableConcept.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new OutcomeIssue(severity, code, details?.Show ?? diagnostics) { Details = details?.Codings ?? [] };
    }
}
