using System.Text.Json;
using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// Reads FHIR R4 JSON by projection: one pass over the caller's buffer, keeping only what the portal shows
/// (docs/adr/0006).
/// </summary>
public static class FhirJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// One resource, of its own class or <see cref="OtherResource"/>; a malformed part never throws, see <see
    /// cref="Resource.NotUnderstood"/>.
    /// Throws <see cref="FhirFormatException"/> for anything that is not one FHIR JSON resource, or is nested deeper
    /// than 64.
    /// </summary>
    public static Resource Read(ReadOnlySpan<byte> utf8)
    {
        var origin = utf8.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var json = utf8[origin..];
        Span<char> name = stackalloc char[FhirReader.LongestName];
        var strings = default(RecentStrings);
        var parts = default(RecentParts);
        var r = new FhirReader(json, origin, name, strings, parts);
        try
        {
            r.Start();
            var resource = ResourceReader.Read(ref r, ResourcePlace.Top, out var fault);
            if (resource is null)
            {
                throw new FhirFormatException($"Not a FHIR resource: {fault}", r.Position);
            }
            r.End();
            return resource;
        }
        catch (JsonException)
        {
            // The reader's own message quotes what it met, so it is not passed on.
            throw new FhirFormatException(Explain(json, r.IsTooDeep), r.Position);
        }
    }

    private static string Explain(ReadOnlySpan<byte> json, bool isTooDeep)
    {
        var text = json.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return "Not a FHIR resource: the answer is empty";
        }
        if (text[0] == (byte)'<')
        {
            return "Not a FHIR resource: the answer is HTML or XML, not JSON";
        }
        if (isTooDeep)
        {
            return $"Not a FHIR resource: nested deeper than {FhirReader.MaxDepth}";
        }
        return IsBeginning(json) ? "Not a FHIR resource: the JSON ends too early" : "Not a FHIR resource: the JSON is not well-formed";
    }

    /// <summary>
    /// True when more bytes could make it well-formed: a broken connection, rather than a broken server.
    /// </summary>
    private static bool IsBeginning(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
