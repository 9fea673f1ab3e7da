using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A postal address. A line that exists only in nl-core's street and house number extensions is put together from them.
/// </summary>
public sealed record Address(string? Use, IReadOnlyList<string> Lines, string? PostalCode, string? City, string? Text)
{
    internal static Address? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? use = null, postalCode = null, city = null, text = null;
        IReadOnlyList<string?> lines = [], composed = [];
        var isUseKnown = true;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "use": use = r.Vital(use, Element.Code); isUseKnown &= use is not null; break;
                case "line": lines = r.Positioned(Element.Text); break;
                case "_line": composed = r.Positioned(AddressLine.Read); break;
                case "postalCode": postalCode = r.Text(); break;
                case "city": city = r.Text(); break;
                case "text": text = r.Text(); break;
                default: r.Unread(); break;
            }
        }
        // "use" is a modifier: what may be an old address is not shown as a current one.
        return isUseKnown ? new Address(use, Merge(lines, composed), postalCode, city, text) : null;
    }

    private static List<string> Merge(IReadOnlyList<string?> lines, IReadOnlyList<string?> composed)
    {
        var merged = new List<string>(lines.Count);
        for (var i = 0; i < Math.Max(lines.Count, composed.Count); i++)
        {
            if ((i < lines.Count ? lines[i] : null) is { } line)
            {
                merged.Add(line);
            }
            else if ((i < composed.Count ? composed[i] : null) is { } parts)
            {
                merged.Add(parts);
            }
        }
        return merged;
    }
}
