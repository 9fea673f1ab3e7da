using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// XHTML as sent, with its status (generated, extensions, additional, empty). It may hold anything: only its text may be
/// shown, after a parser for HTML has read it.
/// </summary>
public sealed record Narrative(string? Status, string? Div)
{
    internal static Narrative? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? status = null, div = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "status": status = r.Code(); break;
                case "div": div = r.OwnText(); break;
                default: r.Unread(); break;
            }
        }
        return new Narrative(status, div);
    }
}
