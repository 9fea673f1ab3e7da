using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A document's description. Size is in bytes, hash is base64 SHA-1, both as the EPD says; inline content is only
/// pointed at.
/// </summary>
public sealed record Attachment
{
    public string? ContentType { get; private set; }

    /// <summary>As written; may be anything, so it goes through <see cref="ReferenceResolver"/> before use.</summary>
    public string? Url { get; private set; }

    public string? Title { get; private set; }

    public long? Size { get; private set; }

    public string? Hash { get; private set; }

    public FhirDateTime? Creation { get; private set; }

    public InlineContent? Data { get; private set; }

    public bool HasData => Data is not null;

    internal static Attachment? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        var attachment = new Attachment();
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "contentType": attachment.ContentType = r.Code(); break;
                case "url": attachment.Url = r.OwnText(); break;
                case "title": attachment.Title = r.OwnText(); break;
                case "size": attachment.Size = r.Integer() is >= 0 and var size ? size : null; break;
                case "hash": attachment.Hash = r.OwnText(); break;
                case "creation": attachment.Creation = r.Date(); break;
                case "data": attachment.Data = r.Data(); break;
                default: r.Unread(); break;
            }
        }
        return attachment;
    }
}
