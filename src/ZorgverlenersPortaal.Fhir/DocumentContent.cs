using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>One form in which a document can be had.</summary>
public sealed record DocumentContent(Attachment? Attachment, Coding? Format)
{
    internal static DocumentContent? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        Attachment? attachment = null;
        Coding? format = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "attachment": attachment = Attachment.Read(ref r); break;
                case "format": format = Coding.Read(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new DocumentContent(attachment, format);
    }
}
