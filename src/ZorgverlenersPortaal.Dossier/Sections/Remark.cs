using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>A remark in the EPD's words, with who made it and when as far as the EPD says.</summary>
public sealed record Remark(string Text, string? Author = null, WrittenDate? Time = null)
{
    /// <summary>Who and when as one text; null when neither is known.</summary>
    public string? Signature => Words.Join([Author, Time?.DateAndTime]);

    /// <summary>The remarks of a resource, in the EPD's order.</summary>
    internal static IReadOnlyList<Remark> Of(IEnumerable<Annotation> annotations, Resource owner) =>
        [.. annotations.Select(a => new Remark(a.Text, Words.Of(a.AuthorString) ?? Words.Name(a.AuthorReference, owner), WrittenDate.Of(a.Time)))];
}
