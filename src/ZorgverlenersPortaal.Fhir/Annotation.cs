using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A remark as written, with who made it and when where the EPD says so.</summary>
public sealed record Annotation(string Text, FhirDateTime? Time, string? AuthorString, FhirReference? AuthorReference)
{
    /// <summary>Null without a text: then there is no remark.</summary>
    internal static Annotation? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? text = null, authorString = null;
        FhirDateTime? time = null;
        FhirReference? authorReference = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "text": text = r.OwnText(); break;
                case "time": time = r.Date(); break;
                case "authorString": authorString = r.Text(); break;
                case "authorReference": authorReference = FhirReference.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return text is null ? null : new Annotation(text, time, authorString, authorReference);
    }
}
