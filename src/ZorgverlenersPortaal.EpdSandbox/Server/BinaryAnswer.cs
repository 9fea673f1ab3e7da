using System.Text;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// A Binary in its two forms: FHIR JSON when that is asked for, else the bytes themselves (R4 binary.html).
/// </summary>
internal static class BinaryAnswer
{
    /// <summary>406 when the caller accepts neither FHIR JSON nor the content's own type.</summary>
    public static FhirAnswer Of(StoredResource resource, string accept, string baseAddress)
    {
        var own = resource.ContentType;
        var bare = own.Split(';')[0].Trim();
        if (accept.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return new FhirAnswer(200, Json(resource, baseAddress)) { Version = resource };
        }

        var family = bare.Split('/')[0] + "/*";
        return
            accept.Length == 0
            || accept.Contains("*/*", StringComparison.Ordinal)
            || accept.Contains(bare, StringComparison.OrdinalIgnoreCase)
            || accept.Contains(family, StringComparison.OrdinalIgnoreCase)
            ? new FhirAnswer(200, resource.Content ?? ReadOnlyMemory<byte>.Empty)
            {
                ContentType = own,
                Version = resource,
            }
            : OperationOutcomes.Answer(
                406,
                "not-supported",
                $"this Binary is {bare}; ask for that or for application/fhir+json");
    }

    /// <summary>The resource as FHIR JSON; for a Binary the bytes go in as the last element, in base64.</summary>
    public static ReadOnlyMemory<byte> Json(StoredResource resource, string baseAddress)
    {
        var json = ServerBase.Fill(resource, baseAddress);
        return resource.Content is { Length: > 0 } content
            ? (byte[])
                [
                    .. json.Span[..^1],
                    .. Encoding.ASCII.GetBytes(",\"data\":\"" + Convert.ToBase64String(content.Span) + "\"}"),
                ]
            : json;
    }
}
